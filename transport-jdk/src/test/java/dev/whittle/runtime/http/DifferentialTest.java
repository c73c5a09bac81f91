package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.transport.jdk.JdkHttpClientTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random valid responses, in random pieces, are read in the same way as by the JDK's client. */
@Tag("transport")
@Timeout(180)
class DifferentialTest {
    private static final String[] EXTENSIONS = {
        ";name=value", ";name", "; name = value", ";a=b;c=d", ";name=\"a value\"", " ;name", ";name=\"\""
    };

    /** What a client has read of a response. */
    private record Read(int status, Map<String, List<String>> headers, String body) {}

    private static Read read(HttpTransport transport, HttpRequest request) throws IOException {
        try (HttpResponse response = transport.send(request)) {
            Map<String, List<String>> headers = new TreeMap<>();
            for (Map.Entry<String, List<String>> each :
                    response.headers().toMap().entrySet()) {
                headers.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue());
            }
            byte[] body = response.body().readAllBytes();
            return new Read(response.status(), headers, new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    /** A response, and whether the connection goes on behind it. */
    private record Response(byte[] bytes, boolean isKept) {}

    private static Response random(Random random, boolean head) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] statuses = {200, 201, 204, 206, 304, 400, 404, 500, 503};
        int status = statuses[random.nextInt(statuses.length)];
        for (int i = random.nextInt(3); i > 0; i--) {
            String provisional = pick(random, "100 Continue", "100 ", "102 Processing", "103 Early Hints");
            text(out, "HTTP/1.1 " + provisional + "\r\n" + pick(random, "", "X-Early: 1\r\nLink: </a>\r\n") + "\r\n");
        }
        text(out, "HTTP/1.1 " + status + (random.nextBoolean() ? " Some Reason" : " ") + "\r\n");
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            lines.add(name(random) + ":" + " ".repeat(random.nextInt(3)) + value(random)
                    + "\t".repeat(random.nextInt(2)));
        }
        boolean bodiless = head || status == 204 || status == 304;
        byte[] body = new byte[random.nextInt(5) == 0 ? random.nextInt(100_000) : random.nextInt(300)];
        random.nextBytes(body);
        int framing = random.nextInt(3);
        boolean kept = framing != 2 || bodiless;
        // Not with 204, where a length is not allowed.
        if (framing == 0 && status != 204) {
            lines.add(field(random, "Content-Length", Integer.toString(body.length)));
        } else if (framing == 1 && status != 204) {
            lines.add(field(random, "Transfer-Encoding", random.nextBoolean() ? "chunked" : "Chunked"));
        }
        if (random.nextInt(4) == 0) {
            lines.add(field(random, "Connection", random.nextBoolean() ? "close" : "Close"));
            kept = false;
        } else if (random.nextInt(4) == 0) {
            lines.add(field(random, "Connection", "keep-alive"));
            lines.add(field(random, "Keep-Alive", pick(random, "timeout=60", "timeout=60, max=99", "max=1")));
        }
        java.util.Collections.shuffle(lines, random);
        for (String line : lines) {
            text(out, line + "\r\n");
        }
        text(out, "\r\n");
        if (!bodiless) {
            if (framing == 1) {
                chunks(out, body, random);
            } else {
                out.write(body);
            }
        }
        return new Response(out.toByteArray(), kept);
    }

    private static void chunks(ByteArrayOutputStream out, byte[] body, Random random) throws IOException {
        int at = 0;
        while (at < body.length) {
            int size = Math.min(body.length - at, 1 + random.nextInt(random.nextBoolean() ? 10_000 : 50));
            String hex = Integer.toHexString(size);
            text(
                    out,
                    (random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT))
                            + (random.nextInt(3) == 0 ? pick(random, EXTENSIONS) : "") + "\r\n");
            out.write(body, at, size);
            text(out, "\r\n");
            at += size;
        }
        text(
                out,
                pick(random, "0", "00", "000000") + (random.nextInt(5) == 0 ? pick(random, EXTENSIONS) : "") + "\r\n");
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            text(out, field(random, "X-Trailer", "x".repeat(random.nextInt(3000))) + "\r\n");
        }
        text(out, "\r\n");
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** A header with letters of any case in its name, and any white space around its value. */
    private static String field(Random random, String name, String value) {
        StringBuilder field = new StringBuilder();
        int kind = random.nextInt(4);
        for (char c : name.toCharArray()) {
            boolean upper = kind == 1 || (kind == 2 && random.nextBoolean());
            field.append(kind == 0 ? c : upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return field + ":" + pick(random, "", " ", "\t", " \t ") + value + pick(random, "", " ", "\t", " \t ");
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder("X-");
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            name.append("abcXYZ019-_.!#$%&'*+^`|~".charAt(random.nextInt(24)));
        }
        return name.toString();
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            value.append((char) (' ' + random.nextInt(95)));
        }
        return value.toString().trim();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void randomResponsesAreReadInTheSameWay() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Response[] next = new Response[1];
        try (RawServer server = new RawServer(c -> {
                    c.socket.setTcpNoDelay(true);
                    Random pieces = new Random(seed);
                    while (!c.readHead().isEmpty()) {
                        // Once, because the next one may be there as soon as this one is written.
                        Response response = next[0];
                        byte[] bytes = response.bytes();
                        for (int at = 0; at < bytes.length; ) {
                            int end = Math.min(bytes.length, at + 1 + pieces.nextInt(20_000));
                            c.write(Arrays.copyOfRange(bytes, at, end));
                            at = end;
                        }
                        if (!response.isKept()) {
                            return;
                        }
                    }
                });
                HttpTransport ours = new SocketTransport();
                HttpTransport theirs = new JdkHttpClientTransport()) {
            for (int round = 0; round < 300; round++) {
                boolean head = random.nextInt(8) == 0;
                next[0] = random(random, head);
                HttpRequest request = server.request(head ? "HEAD" : "GET").build();
                Read theirRead = read(theirs, request);
                Read ourRead = read(ours, request);
                assertThat(ourRead).as("seed %d, round %d", seed, round).isEqualTo(theirRead);
            }
        }
    }
}
