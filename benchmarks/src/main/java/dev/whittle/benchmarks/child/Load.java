package dev.whittle.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import dev.whittle.benchmarks.call.AwsCalls;
import dev.whittle.benchmarks.call.BrowserCalls;
import dev.whittle.benchmarks.call.FloorCalls;
import dev.whittle.benchmarks.call.WhittleCalls;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Calls as fast as it can from some threads, and prints calls a second, microseconds of CPU for each, median, 99th
 * percentile, and connections opened for every thousand calls.
 */
final class Load {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Load() {}

    /**
     * Arguments: implementation, endpoint, threads, seconds of warm-up, seconds measured, the port that tells the count
     * of connections, and {@code platform} or {@code virtual}.
     */
    public static void main(String[] args) throws InterruptedException, IOException {
        int threads = Integer.parseInt(args[2]);
        long warmUp = (long) (Double.parseDouble(args[3]) * 1e9);
        long measured = (long) (Double.parseDouble(args[4]) * 1e9);
        BrowserCalls shared = open(args[0], args[1]);
        run(args, shared, threads, warmUp);
        int connections = connections(args[5]);
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long[] latencies = run(args, shared, threads, measured);
        long wall = System.nanoTime() - start;
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        connections = connections(args[5]) - connections;
        Arrays.sort(latencies);
        int calls = latencies.length;
        System.out.println("result " + calls / (wall / 1e9) + " " + cpu / 1e3 / calls + " " + latencies[calls / 2] / 1e3
                + " " + latencies[(int) (calls * 0.99)] / 1e3 + " " + connections * 1e3 / calls);
        // Some clients leave threads behind that would keep the process for a while.
        System.exit(0);
    }

    private static int connections(String port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return Integer.parseInt(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    static BrowserCalls open(String impl, String endpoint) {
        return switch (impl) {
            case "whittle" -> WhittleCalls.to(endpoint);
            case "aws" -> AwsCalls.to(endpoint);
            case "aws-as-resolved" -> AwsCalls.asResolved(endpoint);
            default -> FloorCalls.to(endpoint);
        };
    }

    private static long[] run(String[] args, BrowserCalls shared, int threads, long nanos) throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < threads; i++) {
            // The floor keeps no state apart for threads; a real client is shared by them.
            Worker worker = new Worker(args[0].equals("floor") ? open(args[0], args[1]) : shared, go, nanos);
            worker.start(args[6].equals("virtual"));
            workers.add(worker);
        }
        go.countDown();
        int total = 0;
        for (Worker worker : workers) {
            worker.join();
            total += worker.count;
        }
        long[] all = new long[total];
        int at = 0;
        for (Worker worker : workers) {
            System.arraycopy(worker.latencies, 0, all, at, worker.count);
            at += worker.count;
        }
        return all;
    }

    private static final class Worker implements Runnable {
        private final BrowserCalls calls;
        private final CountDownLatch go;
        private final long nanos;
        private @Nullable Thread thread;
        private long[] latencies = new long[1 << 12];
        private int count;

        Worker(BrowserCalls calls, CountDownLatch go, long nanos) {
            this.calls = calls;
            this.go = go;
            this.nanos = nanos;
        }

        void start(boolean virtual) {
            if (!virtual) {
                thread = new Thread(this);
                thread.start();
                return;
            }
            try {
                // Not there yet in the Java that this is compiled for.
                thread = (Thread) Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, this);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        void join() throws InterruptedException {
            if (thread != null) {
                thread.join();
            }
        }

        @Override
        public void run() {
            try {
                go.await();
            } catch (InterruptedException e) {
                return;
            }
            long end = System.nanoTime() + nanos;
            for (long now = System.nanoTime(); now < end; ) {
                Objects.requireNonNull(calls.get());
                long done = System.nanoTime();
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                latencies[count++] = done - now;
                now = done;
            }
        }
    }
}
