package dev.whittle.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HelperThreadTest {
    private static <T> T on(java.util.concurrent.Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        HelperThread.run(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(30, TimeUnit.SECONDS);
    }

    @Test
    void inheritsNothingAndHasTheCallersClassLoaderForTheWork() throws Exception {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        local.set("of the caller");
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        try (URLClassLoader own = new URLClassLoader(new URL[0])) {
            caller.setContextClassLoader(own);
            assertThat(on(local::get)).isNull();
            assertThat(on(() -> Thread.currentThread().getContextClassLoader())).isSameAs(own);
            Thread helper = on(Thread::currentThread);
            assertThat(helper.isDaemon()).isTrue();
            assertThat(helper.getName()).startsWith("whittle-helper-");
            for (int i = 0; i < 1000 && helper.getContextClassLoader() != null; i++) {
                Thread.sleep(1);
            }
            assertThat(helper.getContextClassLoader()).isNull();
        } finally {
            caller.setContextClassLoader(before);
            local.remove();
        }
    }

    @Test
    void anInterruptOfOneWorkDoesNotReachTheNext() throws Exception {
        for (int i = 0; i < 20; i++) {
            on(() -> {
                Thread.currentThread().interrupt();
                return null;
            });
            assertThat(on(Thread::interrupted)).isFalse();
        }
    }

    @Test
    void worksForManyAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            HelperThread.run(() -> {
                all.countDown();
                try {
                    all.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** An application that calls through a helper thread, and leaves something in a thread local. Loaded by its own loader. */
    public static final class Application implements Runnable {
        private static final ThreadLocal<Object> LEFT = new ThreadLocal<>();

        @Override
        public void run() {
            CountDownLatch done = new CountDownLatch(1);
            HelperThread.run(() -> {
                LEFT.set(new Application());
                done.countDown();
            });
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Defines the application anew, and takes everything else from its parent. */
    private static final class Deployment extends ClassLoader {
        Deployment() {
            super(HelperThreadTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Application.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static WeakReference<ClassLoader> deployCallAndUndeploy() throws Exception {
        ClassLoader deployment = new Deployment();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(deployment);
        try {
            Class<?> application = deployment.loadClass(Application.class.getName());
            ((Runnable) application.getDeclaredConstructor().newInstance()).run();
        } finally {
            thread.setContextClassLoader(before);
        }
        return new WeakReference<>(deployment);
    }

    @Test
    void anApplicationThatIsGoneDoesNotStayWhileAnotherGoesOnCalling() throws Exception {
        List<WeakReference<ClassLoader>> gone = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            gone.add(deployCallAndUndeploy());
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (gone.stream().anyMatch(g -> g.get() != null) && System.nanoTime() < end) {
            on(() -> null);
            System.gc();
            Thread.sleep(50);
        }
        assertThat(gone).allMatch(g -> g.get() == null);
    }
}
