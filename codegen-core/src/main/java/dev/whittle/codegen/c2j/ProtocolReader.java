package dev.whittle.codegen.c2j;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which protocols a service speaks. Other formats name them by the ids of Smithy's traits, and so does the result. */
final class ProtocolReader {
    private static final String JSON = "json";

    private static final Map<String, String> IDS = Map.of(
            "rest-json", "aws.protocols#restJson1",
            "rest-xml", "aws.protocols#restXml",
            "query", "aws.protocols#awsQuery",
            "ec2", "aws.protocols#ec2Query",
            "smithy-rpc-v2-cbor", "smithy.protocols#rpcv2Cbor");

    private static final String AWS_JSON_1_0 = "aws.protocols#awsJson1_0";
    private static final String AWS_JSON_1_1 = "aws.protocols#awsJson1_1";

    private ProtocolReader() {}

    /** The ids of the protocols, the preferred one first; a word that is not known is kept as it is. */
    static List<String> read(Fields metadata) {
        Set<String> words = new LinkedHashSet<>();
        String preferred = metadata.string("protocol");
        if (preferred != null) {
            words.add(preferred);
        }
        words.addAll(metadata.strings("protocols"));
        String version = metadata.string("jsonVersion");
        return words.stream().map(word -> id(word, version)).toList();
    }

    /** Published models always give the version of {@code json}. */
    private static String id(String word, @Nullable String jsonVersion) {
        if (word.equals(JSON)) {
            return "1.1".equals(jsonVersion) ? AWS_JSON_1_1 : AWS_JSON_1_0;
        }
        return IDS.getOrDefault(word, word);
    }

    /** The word for a protocol. */
    static String word(String id) {
        if (id.equals(AWS_JSON_1_0) || id.equals(AWS_JSON_1_1)) {
            return JSON;
        }
        for (Map.Entry<String, String> entry : IDS.entrySet()) {
            if (entry.getValue().equals(id)) {
                return entry.getKey();
            }
        }
        return id;
    }
}
