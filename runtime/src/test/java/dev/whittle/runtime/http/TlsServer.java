package dev.whittle.runtime.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that the tests make themselves, and contexts of TLS with them. */
final class TlsServer {
    static final char[] PASSWORD = "changeit".toCharArray();

    private TlsServer() {}

    /** A key of its own, with a certificate that it has signed itself. */
    static KeyStore keys(String name, String... options) throws Exception {
        Path folder = Files.createTempDirectory("whittle-tls");
        Path file = folder.resolve("keys.p12");
        try {
            generate(file, name, options);
            return KeyStore.getInstance(file.toFile(), PASSWORD);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** A key for 127.0.0.1 whose certificate another key has signed, and a store that trusts that one. */
    static KeyStore[] signed(String... options) throws Exception {
        Path folder = Files.createTempDirectory("whittle-tls");
        Path file = folder.resolve("keys.p12");
        try {
            generate(file, "authority", "-ext", "bc:c");
            List<String> all = new ArrayList<>(List.of("-signer", "authority", "-ext", "SAN=ip:127.0.0.1"));
            Collections.addAll(all, options);
            generate(file, "signed", all.toArray(new String[0]));
            KeyStore own = KeyStore.getInstance(file.toFile(), PASSWORD);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", own.getCertificate("authority"));
            own.deleteEntry("authority");
            return new KeyStore[] {own, trusted};
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void generate(Path file, String name, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString()));
        Collections.addAll(command, options);
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool failed");
        }
    }

    /** A context that shows one certificate and trusts another. */
    static SSLContext context(KeyStore own, KeyStore trusted) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** A context that shows and trusts one certificate. */
    static SSLContext context(KeyStore keys) throws Exception {
        return context(keys, keys);
    }
}
