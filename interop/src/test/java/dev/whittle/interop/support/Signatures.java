package dev.whittle.interop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Verifies signatures as a service does that knows the secret of {@link Clients}. */
public final class Signatures {
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"
            + "((\\d{8})/us-east-1/([a-z-]+)/aws4_request), SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of();

    private final String scope;
    private final byte[] key;
    private String last;

    private Signatures(String scope, byte[] key, String last) {
        this.scope = scope;
        this.key = key;
        this.last = last;
    }

    /** Fails unless the request is signed for a service, with the hash of its body or what its header says instead. */
    public static Signatures assertSigned(RecordedRequest request, String service) {
        Matcher parts = AUTHORIZATION.matcher(request.header("authorization"));
        assertThat(parts.matches()).as(request.header("authorization")).isTrue();
        assertThat(parts.group(3)).isEqualTo(service);
        List<String> names = List.of(parts.group(4).split(";"));
        assertThat(names).isSorted().contains("host", "x-amz-date");
        assertThat(request.headers().keySet().stream().filter(name -> name.startsWith("x-amz-")))
                .allMatch(names::contains);
        String time = request.header("x-amz-date");
        assertThat(time).startsWith(parts.group(2));

        String hash = request.headers().containsKey("x-amz-content-sha256")
                ? request.header("x-amz-content-sha256")
                : sha256(request.body());
        if (hash.length() == 64) {
            assertThat(hash).isEqualTo(sha256(request.body()));
        } else {
            assertThat(hash).isIn("UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-EVENTS");
        }
        int query = request.target().indexOf('?');
        String path = query < 0 ? request.target() : request.target().substring(0, query);
        List<String> parameters = new ArrayList<>(
                query < 0
                        ? List.of()
                        : Arrays.asList(request.target().substring(query + 1).split("&")));
        parameters.replaceAll(parameter -> parameter.contains("=") ? parameter : parameter + "=");
        parameters.sort(null);
        String headers = names.stream()
                .map(name -> name + ":" + request.header(name).strip().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        // The path is encoded once more for the signature.
        String canonical = request.method() + "\n" + path.replace("%", "%25") + "\n" + String.join("&", parameters)
                + "\n" + headers + "\n" + parts.group(4) + "\n" + hash;
        String text = "AWS4-HMAC-SHA256\n" + time + "\n" + parts.group(1) + "\n" + sha256(bytes(canonical));

        byte[] key = bytes("AWS4" + Clients.SECRET_ACCESS_KEY);
        for (String part : parts.group(1).split("/")) {
            key = hmac(key, part);
        }
        assertThat(parts.group(5)).as(canonical).isEqualTo(HEX.formatHex(hmac(key, text)));
        return new Signatures(parts.group(1), key, parts.group(5));
    }

    /** Fails unless a message continues the chain of signatures. Returns the message in it, or null for the end. */
    public @Nullable Message assertNext(Message signed) {
        Map<String, HeaderValue> headers = signed.getHeaders();
        assertThat(headers).containsOnlyKeys(":date", ":chunk-signature");
        Instant date = headers.get(":date").getTimestamp();
        // A header is the length of its name, the name, its type, and eight bytes of milliseconds.
        String header = "05" + HEX.formatHex(bytes(":date")) + "08" + HEX.toHexDigits(date.toEpochMilli());
        String text = "AWS4-HMAC-SHA256-PAYLOAD\n" + TIME.format(date) + "\n" + scope + "\n" + last + "\n"
                + sha256(HEX.parseHex(header)) + "\n" + sha256(signed.getPayload());
        last = HEX.formatHex(hmac(key, text));
        assertThat(HEX.formatHex(headers.get(":chunk-signature").getByteArray()))
                .isEqualTo(last);
        if (signed.getPayload().length == 0) {
            return null;
        }
        List<Message> inner = Events.decode(signed.getPayload());
        assertThat(inner).hasSize(1);
        return inner.get(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
