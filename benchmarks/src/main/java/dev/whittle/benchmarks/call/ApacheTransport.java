package dev.whittle.benchmarks.call;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Apache's HttpClient 5, without anything that Whittle does itself, over as many connections as there are callers. */
final class ApacheTransport implements HttpTransport {
    private static final int CONNECTIONS = 1024;

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        HttpUriRequestBase sent = new HttpUriRequestBase(request.method(), URI.create(request.url()));
        sent.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(request.connectTimeoutMillis()))
                .setResponseTimeout(Timeout.ofMilliseconds(request.timeoutMillis()))
                .build());
        HttpHeaders headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            sent.addHeader(headers.name(i), headers.value(i));
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
