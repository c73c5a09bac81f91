package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.JdkHttpClientTransport;
import dev.whittle.runtime.http.SocketTransport;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The threads that outlive a call hold on to nothing of the application that made it. */
@Timeout(180)
class ThreadsOfOursTest {
    private static final InheritableThreadLocal<Object> LOCAL = new InheritableThreadLocal<>();

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
            super(ThreadsOfOursTest.class.getClassLoader());
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
    private static List<WeakReference<?>> runInAnApplication(Runnable call) throws Exception {
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

    private static void assertForgotten(List<WeakReference<?>> references) throws InterruptedException {
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

    private static boolean isRunning(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith(name));
    }

    private static void awaitEnd(String name) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (isRunning(name) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(isRunning(name)).isFalse();
    }

    private static void send(HttpTransport transport, FaultServer server) {
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

    @Test
    void theWatchdogForgetsTheFirstCaller() throws Exception {
        awaitEnd("whittle-watchdog");
        try (FaultServer server = new FaultServer(c -> {
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                    c.stall();
                });
                HttpTransport transport = new SocketTransport()) {
            List<WeakReference<?>> references = runInAnApplication(() -> send(transport, server));
            assertThat(isRunning("whittle-watchdog")).isTrue();
            assertForgotten(references);
            // Its connection rests, so that the thread is there all the time.
            assertThat(isRunning("whittle-watchdog")).isTrue();
        }
    }

    @Test
    void theThreadsOfTheJdksClientForgetTheFirstCaller() throws Exception {
        try (FaultServer server = new FaultServer(c -> c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
                HttpTransport transport = new JdkHttpClientTransport()) {
            List<WeakReference<?>> references = runInAnApplication(() -> send(transport, server));
            assertThat(isRunning("HttpClient-")).isTrue();
            for (int i = 0; i < 3; i++) {
                send(transport, server);
            }
            assertForgotten(references);
            assertThat(isRunning("HttpClient-")).isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theThreadThatAwaitsAProcessForgetsTheFirstCaller() throws Exception {
        CredentialsProvider provider = CredentialsProvider.process(
                List.of("sh", "-c", "echo '{\"Version\":1,\"AccessKeyId\":\"AKID\",\"SecretAccessKey\":\"secret\"}'"));
        assertForgotten(runInAnApplication(provider::credentials));
    }

    @Test
    void theThreadsOfAsynchronousCallsForgetTheFirstCaller() throws Exception {
        var pool = AsyncThreads.pool();
        CountDownLatch ran = new CountDownLatch(1);
        List<WeakReference<?>> references = runInAnApplication(() -> pool.execute(ran::countDown));
        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.getPoolSize()).isEqualTo(1);
        // Others go on calling.
        for (int i = 0; i < 3; i++) {
            CountDownLatch again = new CountDownLatch(1);
            pool.execute(again::countDown);
            assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertForgotten(references);
        pool.shutdown();
    }
}
