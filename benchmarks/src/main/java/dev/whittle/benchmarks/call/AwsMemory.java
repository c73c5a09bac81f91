package dev.whittle.benchmarks.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers at once; a body that is sent is read to its end, as a socket would. */
final class AwsMemory implements SdkHttpClient {
    private final byte[] session;
    private final byte[] started;
    private final Map<String, String> headers;

    AwsMemory(byte[] session, byte[] started) {
        this(session, started, Map.of("Content-Type", "application/json"));
    }

    AwsMemory(byte[] session, byte[] started, Map<String, String> headers) {
        this.session = session;
        this.started = started;
        this.headers = headers;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        if (content != null) {
            try (InputStream in = content.newStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        byte[] body = request.httpRequest().method() == SdkHttpMethod.GET ? session : started;
        SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(200);
        headers.forEach(response::putHeader);
        return HttpExecuteResponse.builder()
                .response(response.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public String clientName() {
        return "InMemory";
    }

    @Override
    public void close() {}
}
