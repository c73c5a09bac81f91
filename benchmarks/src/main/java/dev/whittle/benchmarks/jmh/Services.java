package dev.whittle.benchmarks.jmh;

import dev.whittle.benchmarks.call.AwsServiceCalls;
import dev.whittle.benchmarks.call.ServiceCalls;
import dev.whittle.benchmarks.call.WhittleServiceCalls;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole calls of services of AWS's JSON protocols, signed, with the transport in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class Services {
    /** Whose client makes the call. */
    @Param({"whittle", "aws"})
    public String impl = "";

    private @Nullable ServiceCalls calls;

    /** Makes the clients. */
    @Setup
    public void open() {
        calls = impl.equals("aws") ? AwsServiceCalls.inMemory() : WhittleServiceCalls.inMemory();
    }

    /** Ends the clients. */
    @TearDown
    public void close() {
        calls().close();
    }

    /** GetItem of DynamoDB. */
    @Benchmark
    public Object getItem() {
        return calls().getItem();
    }

    /** ReceiveMessage of SQS. */
    @Benchmark
    public Object receiveMessage() {
        return calls().receiveMessage();
    }

    private ServiceCalls calls() {
        return Objects.requireNonNull(calls);
    }
}
