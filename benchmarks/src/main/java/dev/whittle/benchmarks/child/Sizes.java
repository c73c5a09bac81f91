package dev.whittle.benchmarks.child;

import com.example.store.StoreClient;
import com.example.store.model.Entry;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.whittle.runtime.shape.Blob;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * One kind of call with one size, for a while until it is warm, then for as long again to measure it. Prints milliseconds,
 * CPU and bytes allocated.
 */
final class Sizes {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Calls that are made however long they take. */
    private static final int LEAST = 3;

    private final StoreClient client;
    private final String kind;
    private final String size;
    private final int count;
    private final Blob content;
    private final List<Entry> entries = new ArrayList<>();

    private Sizes(StoreClient client, String kind, int count) {
        this.client = client;
        this.kind = kind;
        this.count = count;
        this.size = Integer.toString(count);
        this.content = Blob.unsafe(new byte[kind.equals("put") ? count : 0]);
        for (int i = 0; i < count && kind.equals("put-list"); i++) {
            entries.add(Entry.builder()
                    .key("folder/object-" + i)
                    .bytes(i * 37L)
                    .changedAt(Instant.ofEpochSecond(1_795_338_930L))
                    .build());
        }
    }

    /** Arguments: endpoint, kind of call, size, milliseconds to warm up and again to measure. */
    public static void main(String[] args) throws Exception {
        try (StoreClient client = WhittleSettings.client(StoreClient.builder(), args[0])) {
            Sizes sizes = new Sizes(client, args[1], Integer.parseInt(args[2]));
            long nanos = Long.parseLong(args[3]) * 1_000_000;
            sizes.calls(nanos);
            sizes.measure(nanos);
        }
        System.exit(0);
    }

    private void measure(long nanos) {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long cpu = SYSTEM.getProcessCpuTime();
        LongStream.Builder times = calls(nanos);
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
        long[] sorted = times.build().sorted().toArray();
        int calls = sorted.length;
        System.out.println(
                "result " + sorted[calls / 2] / 1e6 + " " + cpu / 1e6 / calls + " " + (double) bytes / calls);
    }

    /** Calls for a while, and gives what each call took. */
    private LongStream.Builder calls(long nanos) {
        LongStream.Builder times = LongStream.builder();
        long begin = System.nanoTime();
        long last = begin;
        for (int i = 0; i < LEAST || last - begin < nanos; i++) {
            call();
            long now = System.nanoTime();
            times.add(now - last);
            last = now;
        }
        return times;
    }

    private void call() {
        int seen = switch (kind) {
            case "put" -> {
                client.putObject(r -> r.size(size).content(content));
                yield count;
            }
            case "put-list" -> {
                client.putList(r -> r.size(size).entries(entries));
                yield count;
            }
            case "get" -> {
                Blob got = client.getObject(r -> r.size(size)).content();
                yield got == null ? 0 : got.size();
            }
            default -> client.listObjects(r -> r.size(size)).entries().size();
        };
        if (seen != count) {
            throw new IllegalStateException(kind + " of " + count + " gave " + seen);
        }
    }
}
