package dev.whittle.benchmarks.jmh;

import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.Answers;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** The choice behind the codecs: Jackson, with its two ways to find a member's name and to write one, or our own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class CodecVariants {
    private static final String[] NAMES = {
        "browserIdentifier",
        "sessionId",
        "name",
        "createdAt",
        "viewPort",
        "extensions",
        "enterprisePolicies",
        "profileConfiguration",
        "sessionTimeoutSeconds",
        "status",
        "streams",
        "proxyConfiguration",
        "certificates",
        "filesystemConfigurations",
        "sessionReplayArtifact",
        "lastUpdatedAt"
    };
    private static final PropertyNameMatcher MATCHER = matcher();
    private static final SerializableString NAME = new SerializedString("name");
    private static final SerializableString TIMEOUT = new SerializedString("sessionTimeoutSeconds");
    private static final SerializableString TOKEN = new SerializedString("clientToken");

    private final JsonFactory json = new JsonFactory();
    private final byte[] session = Answers.session();

    private static PropertyNameMatcher matcher() {
        List<Named> names = new ArrayList<>();
        for (String name : NAMES) {
            names.add(Named.fromString(name));
        }
        return new JsonFactory().constructNameMatcher(names, true);
    }

    /** Names found by a switch over the text. */
    @Benchmark
    public int readBySwitch() {
        int sum = 0;
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(session))) {
            in.nextToken();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "browserIdentifier" -> sum += text(in, 1);
                    case "sessionId" -> sum += text(in, 2);
                    case "name" -> sum += text(in, 3);
                    case "createdAt" -> sum += text(in, 4);
                    case "viewPort" -> sum += skip(in, 5);
                    case "extensions" -> sum += skip(in, 6);
                    case "enterprisePolicies" -> sum += skip(in, 7);
                    case "profileConfiguration" -> sum += skip(in, 8);
                    case "sessionTimeoutSeconds" -> sum += in.getIntValue();
                    case "status" -> sum += text(in, 9);
                    case "streams" -> sum += skip(in, 10);
                    case "proxyConfiguration" -> sum += skip(in, 11);
                    case "certificates" -> sum += skip(in, 12);
                    case "filesystemConfigurations" -> sum += skip(in, 13);
                    case "sessionReplayArtifact" -> sum += text(in, 14);
                    case "lastUpdatedAt" -> sum += text(in, 15);
                    default -> in.skipChildren();
                }
            }
        }
        return sum;
    }

    /** Names found by a switch over the text, that our own reader gives. */
    @Benchmark
    public int readByOwnReader() {
        int sum = 0;
        JsonReader in = new JsonReader(new ByteArrayInputStream(session));
        for (String name = in.first(); name != null; name = in.next()) {
            switch (name) {
                case "browserIdentifier" -> sum += text(in, 1);
                case "sessionId" -> sum += text(in, 2);
                case "name" -> sum += text(in, 3);
                case "createdAt" -> sum += text(in, 4);
                case "viewPort" -> sum += skip(in, 5);
                case "extensions" -> sum += skip(in, 6);
                case "enterprisePolicies" -> sum += skip(in, 7);
                case "profileConfiguration" -> sum += skip(in, 8);
                case "sessionTimeoutSeconds" -> sum += in.integer();
                case "status" -> sum += text(in, 9);
                case "streams" -> sum += skip(in, 10);
                case "proxyConfiguration" -> sum += skip(in, 11);
                case "certificates" -> sum += skip(in, 12);
                case "filesystemConfigurations" -> sum += skip(in, 13);
                case "sessionReplayArtifact" -> sum += text(in, 14);
                case "lastUpdatedAt" -> sum += text(in, 15);
                default -> in.skip();
            }
        }
        in.close();
        return sum;
    }

    /** Names found by Jackson's matcher. */
    @Benchmark
    public int readByMatcher() {
        int sum = 0;
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(session))) {
            in.nextToken();
            for (int name = in.nextNameMatch(MATCHER);
                    name != PropertyNameMatcher.MATCH_END_OBJECT;
                    name = in.nextNameMatch(MATCHER)) {
                in.nextToken();
                switch (name) {
                    case 0 -> sum += text(in, 1);
                    case 1 -> sum += text(in, 2);
                    case 2 -> sum += text(in, 3);
                    case 3 -> sum += text(in, 4);
                    case 4 -> sum += skip(in, 5);
                    case 5 -> sum += skip(in, 6);
                    case 6 -> sum += skip(in, 7);
                    case 7 -> sum += skip(in, 8);
                    case 8 -> sum += in.getIntValue();
                    case 9 -> sum += text(in, 9);
                    case 10 -> sum += skip(in, 10);
                    case 11 -> sum += skip(in, 11);
                    case 12 -> sum += skip(in, 12);
                    case 13 -> sum += skip(in, 13);
                    case 14 -> sum += text(in, 14);
                    case 15 -> sum += text(in, 15);
                    default -> in.skipChildren();
                }
            }
        }
        return sum;
    }

    private static int text(JsonParser in, int member) {
        return in.getString().length() + member;
    }

    private static int skip(JsonParser in, int member) {
        in.skipChildren();
        return member;
    }

    private static int text(JsonReader in, int member) {
        return in.string().length() + member;
    }

    private static int skip(JsonReader in, int member) {
        in.skip();
        return member;
    }

    /** Names written by our own writer. */
    @Benchmark
    public int writeByOwnWriter() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        JsonWriter out = new JsonWriter(bytes);
        out.startObject();
        out.property("name", Account.NAME);
        out.property("sessionTimeoutSeconds", 3600);
        out.property("clientToken", Account.TOKEN);
        out.endObject();
        out.close();
        return bytes.size();
    }

    /** Names written as strings. */
    @Benchmark
    public int writeStrings() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeName("name").writeString(Account.NAME);
            out.writeName("sessionTimeoutSeconds").writeNumber(3600);
            out.writeName("clientToken").writeString(Account.TOKEN);
            out.writeEndObject();
        }
        return bytes.size();
    }

    /** Names written as bytes that were encoded before. */
    @Benchmark
    public int writeSerialized() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeName(NAME).writeString(Account.NAME);
            out.writeName(TIMEOUT).writeNumber(3600);
            out.writeName(TOKEN).writeString(Account.TOKEN);
            out.writeEndObject();
        }
        return bytes.size();
    }
}
