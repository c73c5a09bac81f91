package dev.whittle.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import dev.whittle.benchmarks.call.AwsCalls;
import dev.whittle.benchmarks.call.AwsServiceCalls;
import dev.whittle.benchmarks.call.Calls;
import dev.whittle.benchmarks.call.FloorCalls;
import dev.whittle.benchmarks.call.WhittleCalls;
import dev.whittle.benchmarks.call.WhittleServiceCalls;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls as fast as it can from some threads, until the JVM has compiled what they use and then for a while to measure it.
 * For each operation it prints a line: calls a second, microseconds of CPU for each, median, 99th percentile, connections
 * opened for every thousand calls, the seconds that it took to get warm, and how many of a thousand calls failed.
 */
final class Load {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    /** The compiler rests when it works for no more than this part of the time. */
    private static final double AT_REST = 0.02;

    private Load() {}

    /**
     * Arguments: implementation, endpoint, threads, seconds of a round of warm-up, how many rounds there may be, seconds
     * measured, the port that tells the count of connections, {@code platform} or {@code virtual}, and the operations.
     * They are measured one after the other; to get warm, each thread makes their calls in turn.
     */
    public static void main(String[] args) throws InterruptedException, IOException {
        List<Calls> clients = clients(args[0], args[1], Integer.parseInt(args[2]));
        List<String> operations = List.of(args).subList(8, args.length);
        boolean virtual = args[7].equals("virtual");
        long round = (long) (Double.parseDouble(args[3]) * 1e9);
        long warmUp = warmUp(clients, operations, virtual, round, Integer.parseInt(args[4]));
        long measured = (long) (Double.parseDouble(args[5]) * 1e9);
        for (String operation : operations) {
            int connections = connections(args[6]);
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            List<Worker> workers = run(clients, List.of(operation), virtual, measured);
            long wall = System.nanoTime() - start;
            cpu = SYSTEM.getProcessCpuTime() - cpu;
            connections = connections(args[6]) - connections;
            long[] latencies = latencies(workers);
            int calls = latencies.length;
            int failed = workers.stream().mapToInt(worker -> worker.failed).sum();
            System.out.println("result " + calls / (wall / 1e9) + " " + cpu / 1e3 / calls + " "
                    + latencies[calls / 2] / 1e3 + " " + latencies[(int) (calls * 0.99)] / 1e3 + " "
                    + connections * 1e3 / calls + " " + warmUp / 1e9 + " " + failed * 1e3 / (failed + calls));
        }
        // Some clients leave threads behind that would keep the process for a while.
        System.exit(0);
    }

    /**
     * Calls until the compiler rests, and says for how many nanoseconds. A fixed time would not do: the more threads there
     * are for a processor, the longer the compiler's own have to wait for their turn.
     */
    private static long warmUp(List<Calls> clients, List<String> operations, boolean virtual, long round, int rounds)
            throws InterruptedException {
        int left = rounds;
        long start = System.nanoTime();
        long compiling;
        do {
            compiling = COMPILER.getTotalCompilationTime();
            run(clients, operations, virtual, round);
            compiling = COMPILER.getTotalCompilationTime() - compiling;
            left--;
        } while (left > 0 && compiling * 1e6 > round * AT_REST);
        return System.nanoTime() - start;
    }

    private static int connections(String port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return Integer.parseInt(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    /** A client for each thread. What is written by hand serves one thread; a real client is shared by them. */
    private static List<Calls> clients(String impl, String endpoint, int threads) {
        boolean byHand = impl.equals("floor") || impl.equals("socket");
        List<Calls> clients = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            clients.add(byHand || i == 0 ? open(impl, endpoint) : clients.get(0));
        }
        return clients;
    }

    static Calls open(String impl, String endpoint) {
        return switch (impl) {
            case "whittle" -> WhittleCalls.to(endpoint);
            case "apache" -> WhittleCalls.overApache(endpoint);
            case "aws" -> AwsCalls.to(endpoint);
            case "aws-as-resolved" -> AwsCalls.asResolved(endpoint);
            case "whittle-services" -> WhittleServiceCalls.to(endpoint);
            case "aws-services" -> AwsServiceCalls.to(endpoint);
            case "floor" -> FloorCalls.to(endpoint);
            case "socket" -> FloorCalls.bySocket(endpoint);
            default -> throw new IllegalArgumentException("no implementation " + impl);
        };
    }

    private static List<Worker> run(List<Calls> clients, List<String> operations, boolean virtual, long nanos)
            throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (Calls client : clients) {
            Worker worker =
                    new Worker(operations.stream().map(client::operation).toList(), go, nanos);
            worker.start(virtual);
            workers.add(worker);
        }
        go.countDown();
        for (Worker worker : workers) {
            worker.join();
        }
        return workers;
    }

    /** What all calls that went well took, the fastest first. */
    private static long[] latencies(List<Worker> workers) {
        long[] all = new long[workers.stream().mapToInt(worker -> worker.count).sum()];
        int at = 0;
        for (Worker worker : workers) {
            System.arraycopy(worker.latencies, 0, all, at, worker.count);
            at += worker.count;
        }
        Arrays.sort(all);
        return all;
    }

    private static final class Worker implements Runnable {
        private final List<Supplier<Object>> operations;
        private final CountDownLatch go;
        private final long nanos;
        private @Nullable Thread thread;
        private long[] latencies = new long[1 << 12];
        private int count;
        private int failed;

        Worker(List<Supplier<Object>> operations, CountDownLatch go, long nanos) {
            this.operations = operations;
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
            int next = 0;
            for (long now = System.nanoTime(); now < end; ) {
                Supplier<Object> operation = operations.get(next);
                next = next + 1 == operations.size() ? 0 : next + 1;
                try {
                    Objects.requireNonNull(operation.get());
                } catch (RuntimeException e) {
                    // Such as a pool that has no connection to give for too long.
                    failed++;
                    now = System.nanoTime();
                    continue;
                }
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
