package com.example;

import com.sun.net.httpserver.HttpServer;
import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

final class App {
    private static final String SESSION = """
            {"browserIdentifier": "aws.browser.v1", "sessionId": "01ABC", "createdAt": "2026-01-01T00:00:00Z",
             "status": "READY", "viewPort": {"width": 800, "height": 600}}""";

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = SESSION.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                .region("us-east-1")
                .endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "not-a-secret")))
                .build()) {
            GetBrowserSessionResponse session =
                    client.getBrowserSession(r -> r.browserIdentifier("aws.browser.v1").sessionId("01ABC"));
            String where = App.class.getModule().isNamed() ? "a module" : "the class path";
            System.out.println(session.status() + " " + session.viewPort() + " from " + where);
        } finally {
            server.stop(0);
        }
    }
}
