package dev.whittle.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import dev.whittle.benchmarks.call.SocketTransfers;
import dev.whittle.benchmarks.call.Transfers;
import dev.whittle.benchmarks.call.WhittleTransfers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;

/**
 * Moves one body in each direction and receives events. It prints a line: MiB a second down, milliseconds of CPU for each
 * GiB down, the same two up, the median and the 99th percentile of the microseconds between an event's writing and its
 * reading, and the most MiB of heap that were ever in use.
 */
final class Stream {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final double MIB = 1 << 20;
    private static final int EVENTS = 2000;

    private Stream() {}

    /** Arguments: implementation, endpoint, bytes in each direction. */
    public static void main(String[] args) throws IOException {
        Transfers transfers = args[0].equals("socket") ? new SocketTransfers(args[1]) : new WhittleTransfers(args[1]);
        long size = Long.parseLong(args[2]);
        // Enough for the JVM's compiler, and for the server to know the checksum.
        transfers.down(size / 16);
        transfers.up(size / 16);
        transfers.down(size);
        double[] down = measured(size, () -> transfers.down(size));
        double[] up = measured(size, () -> transfers.up(size));
        long[] events = new long[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            events[i] = transfers.event();
        }
        Arrays.sort(events, EVENTS / 2, EVENTS);
        double middle = events[EVENTS * 3 / 4] / 1e3;
        double slow = events[EVENTS * 995 / 1000] / 1e3;
        System.out.println("result " + down[0] + " " + down[1] + " " + up[0] + " " + up[1] + " " + middle + " " + slow
                + " " + heap());
        System.exit(0);
    }

    private interface Transfer {
        void run() throws IOException;
    }

    private static double[] measured(long size, Transfer transfer) throws IOException {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        transfer.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double millis = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
        return new double[] {size / MIB / seconds, millis / (size / MIB / 1024)};
    }

    private static double heap() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
            }
        }
        return peak / MIB;
    }
}
