package dev.whittle.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import dev.whittle.benchmarks.call.Calls;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.function.Supplier;

/** Calls at a steady rate from the first moment on, and prints the CPU that the process used, its start included. */
final class Steady {
    private Steady() {}

    /** Arguments: implementation, endpoint, calls a second, seconds. */
    public static void main(String[] args) throws InterruptedException {
        long interval = (long) (1e9 / Double.parseDouble(args[2]));
        long end = System.nanoTime() + (long) (Double.parseDouble(args[3]) * 1e9);
        try (Calls calls = Load.open(args[0], args[1])) {
            Supplier<Object> get = calls.operation("get");
            for (long next = System.nanoTime(); next < end; next += interval) {
                Objects.requireNonNull(get.get());
                long left = next + interval - System.nanoTime();
                if (left > 0) {
                    Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
                }
            }
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("result " + system.getProcessCpuTime() / 1e9);
    }
}
