package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whittle.runtime.http.Grammar.Read;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Any bytes in the place of a response are the response that the grammar finds in them, or an exception. */
class ResponseFuzzTest {
    /** The size of the pieces, and whether the request was HEAD. */
    private static final int SETTINGS = 1;

    private static final int HEAD_BIT = 0x80;

    private static final ConnectionPool POOL = new ConnectionPool(1024, 1_000_000_000);
    private static final HttpRequest GET = request("GET");
    private static final HttpRequest HEAD = request("HEAD");

    private static HttpRequest request(String method) {
        return HttpRequest.builder()
                .method(method)
                .origin("http", "localhost")
                .path("/")
                .build();
    }

    @FuzzTest(maxDuration = "")
    void aResponseIsWhatTheGrammarSays(byte[] input) throws IOException {
        if (input.length < SETTINGS) {
            return;
        }
        boolean toHead = (input[0] & HEAD_BIT) != 0;
        HttpRequest request = toHead ? HEAD : GET;
        Read expected = Grammar.read(input, SETTINGS, toHead);
        check(read(request, input, Integer.MAX_VALUE), expected);
        // However the bytes arrive.
        check(read(request, input, 1 + (input[0] & 0x7F)), expected);
    }

    /** Compares by itself first, because millions of assertions take long. */
    private static void check(Read read, Read expected) {
        if (!Objects.equals(read, expected)) {
            assertThat(read).isEqualTo(expected);
        }
    }

    private static Read read(HttpRequest request, byte[] input, int piece) throws IOException {
        Connection connection = new Connection(POOL.route(request));
        connection.channel(new BytesChannel(input, SETTINGS, piece));
        connection.connected(null);
        byte[] buffer = new byte[512];
        HeadWriter head = new HeadWriter(buffer);
        head.request(request, null, false);
        connection.buffer = head.bytes;
        connection.begin("waiting for the response", Watchdog.NEVER);
        try (HttpResponse response = new SocketExchange(connection, request, head, 0, 0).run(null)) {
            String body = new String(response.body().readAllBytes(), StandardCharsets.ISO_8859_1);
            return new Read(response.status(), fields(response.headers()), body, fields(response.trailers()));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("nothing has a deadline", e);
        } catch (IOException e) {
            return null;
        } finally {
            connection.close();
        }
    }

    private static List<String> fields(HttpHeaders headers) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            fields.add(headers.name(i) + ": " + headers.value(i));
        }
        return fields;
    }
}
