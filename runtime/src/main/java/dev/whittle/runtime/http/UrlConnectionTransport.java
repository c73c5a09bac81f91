package dev.whittle.runtime.http;

import java.io.IOException;

/** Carries requests over the JDK's {@link java.net.HttpURLConnection}. */
public final class UrlConnectionTransport implements HttpTransport {
    /** Makes a transport. */
    public UrlConnectionTransport() {}

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        throw new IOException("not yet");
    }

    @Override
    public void close() {}
}
