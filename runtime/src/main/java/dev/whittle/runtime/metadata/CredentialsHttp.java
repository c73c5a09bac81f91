package dev.whittle.runtime.metadata;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Carries the few small requests that credentials are asked for with; each is repeated once if it fails. */
public final class CredentialsHttp {
    private static final int RESPONSE_LIMIT = 256 * 1024;

    private final String place;
    private final HttpTransport transport;
    private final int connectMillis;
    private final int totalMillis;

    /**
     * Makes a carrier.
     *
     * @param place what messages begin with
     */
    public CredentialsHttp(String place, HttpTransport transport, int connectMillis, int totalMillis) {
        this.place = place;
        this.transport = transport;
        this.connectMillis = connectMillis;
        this.totalMillis = totalMillis;
    }

    /**
     * The response, whatever its status.
     *
     * @throws MissingCredentialsException if none came; it names the host but not the path, which may be a secret
     */
    public Response send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeouts(connectMillis, totalMillis).build();
        for (boolean last = false; ; last = true) {
            try {
                Response response = sendOnce(request);
                if (response.status() < 500 || last) {
                    return response;
                }
            } catch (IOException e) {
                fail(request, e, last);
            }
        }
    }

    private void fail(HttpRequest request, IOException e, boolean last) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(place + ": interrupted", e);
        }
        if (last) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new MissingCredentialsException(
                    place + ": no response from " + request.authority() + ": " + reason, e);
        }
    }

    private Response sendOnce(HttpRequest request) throws IOException {
        try (HttpResponse response = transport.send(request)) {
            byte[] body = response.body().readNBytes(RESPONSE_LIMIT + 1);
            if (body.length > RESPONSE_LIMIT) {
                throw new IOException("the response is larger than 256 KiB");
            }
            return new Response(response.status(), new String(body, StandardCharsets.UTF_8));
        }
    }

    /** A status and a body, of which nothing is ever shown. */
    public static final class Response {
        private final int status;
        private final String body;

        private Response(int status, String body) {
            this.status = status;
            this.body = body;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** The body, read as UTF-8. */
        public String body() {
            return body;
        }
    }
}
