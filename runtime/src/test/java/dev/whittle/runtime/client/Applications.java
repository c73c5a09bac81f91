package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Applications in the process of a test that come and go, as in an application server. */
final class Applications {
    private static final InheritableThreadLocal<Object> LOCAL = new InheritableThreadLocal<>();

    private Applications() {}

    /** An application that is loaded for itself, and whose code is on the stack when threads are started. */
    public static final class Application implements Runnable {
        private static Runnable call;

        /** Made by the loader below. */
        public Application() {}

        @Override
        public void run() {
            call.run();
        }
    }

    /** Defines the application anew, and leaves everything else to the loader above. */
    private static final class ApplicationLoader extends ClassLoader {
        ApplicationLoader() {
            super(Applications.class.getClassLoader());
        }

        Class<?> application() throws IOException {
            String name = Application.class.getName();
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(
                        name, bytes, 0, bytes.length, new java.security.ProtectionDomain(null, null, this, null));
            }
        }
    }

    /** Runs something from the code of an application that is then forgotten. */
    static List<WeakReference<?>> run(Runnable call) throws Exception {
        ApplicationLoader loader = new ApplicationLoader();
        Class<?> type = loader.application();
        java.lang.reflect.Field field = type.getDeclaredField("call");
        field.setAccessible(true);
        field.set(null, call);
        Runnable application = (Runnable) type.getConstructor().newInstance();
        Object local = new Object();
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            LOCAL.set(local);
            try {
                application.run();
            } catch (Throwable e) {
                thrown[0] = e;
            }
        });
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join(60_000);
        assertThat(thrown[0]).isNull();
        return List.of(new WeakReference<>(loader), new WeakReference<>(local));
    }

    static void assertForgotten(List<WeakReference<?>> references) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        List<byte[]> ballast = new ArrayList<>();
        while (references.stream().anyMatch(r -> r.get() != null) && System.nanoTime() < end) {
            // Scarce memory is a better reason to collect than a request.
            if (ballast.size() < 64) {
                ballast.add(new byte[1 << 20]);
            } else {
                ballast.clear();
            }
            System.gc();
            Thread.sleep(20);
        }
        assertThat(references).allSatisfy(r -> assertThat(r.get()).isNull());
    }

    static boolean isRunning(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith(name));
    }

    static void send(HttpTransport transport, FaultServer server) {
        HttpRequest request = HttpRequest.builder()
                .origin("http", server.endpoint().getAuthority())
                .timeouts(5000, 20_000)
                .build();
        try (HttpResponse response = transport.send(request)) {
            response.body().readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
