package dev.whittle.interop.support;

import com.adobe.testing.s3mock.S3MockApplication;
import dev.whittle.interop.s3.S3Client;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A server of S3 that others wrote, in this JVM, on a free port of the loopback interface. It starts when it is first
 * used, which takes seconds, and ends with the JVM.
 */
public final class S3Mock {
    private S3Mock() {}

    /** Where it listens. */
    public static URI endpoint() {
        return Server.ENDPOINT;
    }

    /** Our client of the server, with buckets in paths. It sends each request once. */
    public static S3Client client() {
        return Clients.once(Clients.ours(S3Client.builder(), endpoint()))
                .forcePathStyle(true)
                .build();
    }

    private static final class Server {
        private static final URI ENDPOINT = start();

        /** S3Mock deprecates all of its Java API without another way to learn the port. */
        @SuppressWarnings("removal")
        private static URI start() {
            // S3Mock adds to the map.
            S3MockApplication server = S3MockApplication.start(new HashMap<>(Map.of(
                    S3MockApplication.PROP_HTTP_PORT,
                    S3MockApplication.RANDOM_PORT,
                    S3MockApplication.PROP_HTTPS_PORT,
                    S3MockApplication.RANDOM_PORT,
                    S3MockApplication.PROP_SILENT,
                    true,
                    "server.address",
                    "127.0.0.1")));
            return URI.create("http://127.0.0.1:" + server.getHttpPort());
        }
    }
}
