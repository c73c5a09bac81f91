package dev.whittle.benchmarks.floor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** The JDK's own connection, with nothing around it. */
public final class FloorUrlConnection implements FloorTransport {
    private final String endpoint;

    /** Makes a transport to an endpoint, which has no slash at its end. */
    public FloorUrlConnection(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public InputStream send(String method, String target, String date, String authorization, byte[] body)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(endpoint + target).openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("X-Amz-Date", date);
        connection.setRequestProperty("Authorization", authorization);
        if (body.length > 0) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        return connection.getInputStream();
    }
}
