package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The certificate of the loopback server. */
final class Tls {
    private static final String PASSWORD = "changeit";

    private Tls() {}

    /** A key and its certificate for the address of loopback. */
    static Path keyStore(Project project) throws IOException, InterruptedException {
        Path store = project.work("tls").resolve("localhost.p12");
        if (!Files.exists(store)) {
            Child.run(List.of(
                    Child.tool("keytool"),
                    "-genkeypair",
                    "-alias",
                    "localhost",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=ip:127.0.0.1,dns:localhost",
                    "-validity",
                    "3650",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    store.toString()));
        }
        return store;
    }

    /** The options of a JVM that trusts the certificate. */
    static List<String> trust(Path keyStore) {
        return List.of("-Djavax.net.ssl.trustStore=" + keyStore, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
}
