package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

/** Another client behind the interface, in a page. */
class ApacheTransportTest {
    /** What a program has to write to send its calls with Apache's HttpClient. */
    static final class ApacheTransport implements HttpTransport {
        private final CloseableHttpClient client = HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();

        @Override
        public HttpResponse send(HttpRequest request) throws IOException {
            HttpUriRequestBase sent = new HttpUriRequestBase(request.method(), java.net.URI.create(request.url()));
            sent.setConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofMilliseconds(request.connectTimeoutMillis()))
                    .setResponseTimeout(Timeout.ofMilliseconds(request.timeoutMillis()))
                    .build());
            HttpHeaders headers = request.headers();
            for (int i = 0; i < headers.size(); i++) {
                if (!headers.name(i).equalsIgnoreCase("content-length")) {
                    sent.addHeader(headers.name(i), headers.value(i));
                }
            }
            RequestBody body = request.body();
            if (body != null) {
                String type = headers.first("Content-Type");
                sent.setEntity(new ByteArrayEntity(body.toByteArray(), type == null ? null : ContentType.parse(type)));
                sent.removeHeaders("Content-Type");
            }
            ClassicHttpResponse received = client.executeOpen(null, sent, null);
            HttpHeaders.Builder fields = HttpHeaders.builder();
            for (Header field : received.getHeaders()) {
                fields.add(field.getName(), field.getValue());
            }
            HttpEntity entity = received.getEntity();
            InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
            return new HttpResponse(received.getCode(), fields.build(), content);
        }

        @Override
        public void close() {
            client.close(CloseMode.GRACEFUL);
        }
    }

    @Test
    void requestsAndResponsesPassThrough() throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, "fine"));
                HttpTransport transport = new ApacheTransport()) {
            for (String method : new String[] {"GET", "PUT", "POST"}) {
                HttpRequest.Builder request = server.request(method).query("a=b%2F");
                request.headers().add("X-One", "1").add("Content-Type", "text/plain");
                if (!method.equals("GET")) {
                    request.body(RequestBody.unsafe("body".getBytes(StandardCharsets.UTF_8), 0, 4));
                }
                try (HttpResponse response = transport.send(request.build())) {
                    assertThat(response.status()).isEqualTo(200);
                    assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("fine");
                }
            }
            assertThat(server.connections).hasValue(1);
            assertThat(server.requests.get(2))
                    .startsWith("POST /x?a=b%2F HTTP/1.1\r\n")
                    .contains("\r\nX-One: 1\r\n")
                    .endsWith("\r\n\r\nbody");
        }
    }
}
