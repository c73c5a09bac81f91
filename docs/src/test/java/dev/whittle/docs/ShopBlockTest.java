package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** The program of the page on models calls a small server. */
class ShopBlockTest {
    private static final ObjectMapper CBOR = new CBORMapper();

    private final List<String> requests = new ArrayList<>();

    @Test
    void callsTheShop(@TempDir Path folder) throws Exception {
        List<CodeBlock> blocks = Page.blocks("shop");
        assertThat(blocks).hasSize(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        String source =
                """
                import com.example.shop.*;
                import com.example.shop.model.*;
                import java.net.URI;

                class Program {
                    public static void main(String[] args) {
                        int port = %d;
                        %s
                    }
                }
                """.formatted(server.getAddress().getPort(), blocks.get(0).text());
        try (Compiled compiled = Compiled.of(Map.of("Program.java", source), folder)) {
            assertThat(compiled.printed("Program"))
                    .isEqualTo("Lamp: 4999\no-1 at 2026-11-29T12:00:00Z\nThere is no article a-2.\n");
        } finally {
            server.stop(0);
        }
        assertThat(requests)
                .containsExactly(
                        "POST /service/Shop/operation/GetArticle {\"articleId\":\"a-1\"}",
                        "POST /service/Shop/operation/PlaceOrder {\"articleId\":\"a-1\",\"packing\":{\"parcels\":1,\"gift\":true}}",
                        "POST /service/Shop/operation/GetArticle {\"articleId\":\"a-2\"}");
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<?, ?> body = CBOR.readValue(exchange.getRequestBody().readAllBytes(), Map.class);
        boolean hasToken =
                body.containsKey("token") && body.remove("token").toString().length() == 36;
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path + " " + new JsonMapper().writeValueAsString(body));
        boolean known = "a-1".equals(body.get("articleId"));
        Map<String, Object> response;
        if (!"Bearer secret-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            response = Map.of("__type", "com.example.shop#NoToken");
        } else if (!known) {
            response = Map.of("__type", "com.example.shop#UnknownArticle", "message", "There is no article a-2.");
        } else if (hasToken) {
            // A whole number of seconds, which is a timestamp without its tag too.
            response = Map.of("orderId", "o-1", "placedAt", 1_795_953_600L);
        } else {
            response = Map.of("article", Map.of("name", "Lamp", "price", 4999));
        }
        byte[] bytes = CBOR.writeValueAsBytes(response);
        exchange.getResponseHeaders().add("Content-Type", "application/cbor");
        exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
        exchange.sendResponseHeaders(response.containsKey("__type") ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
