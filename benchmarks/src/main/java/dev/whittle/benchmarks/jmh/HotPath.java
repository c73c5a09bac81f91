package dev.whittle.benchmarks.jmh;

import dev.whittle.benchmarks.call.Answers;
import dev.whittle.benchmarks.call.AwsCalls;
import dev.whittle.benchmarks.call.BrowserCalls;
import dev.whittle.benchmarks.call.FloorCalls;
import dev.whittle.benchmarks.call.WhittleCalls;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole call, signed, with the transport in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class HotPath {
    /** Who makes the call. */
    @Param({"floor", "whittle", "aws"})
    public String impl = "";

    /** What is answered: members that all know, or every member of the model. */
    @Param({"common", "full"})
    public String answer = "";

    private BrowserCalls calls = FloorCalls.inMemory(new byte[0], new byte[0]);

    /** Makes the client. */
    @Setup
    public void open() {
        byte[] session = answer.equals("full") ? Answers.fullSession() : Answers.session();
        calls = switch (impl) {
            case "whittle" -> WhittleCalls.inMemory(session, Answers.started());
            case "aws" -> AwsCalls.inMemory(session, Answers.started());
            default -> FloorCalls.inMemory(session, Answers.started());
        };
    }

    /** Ends the client. */
    @TearDown
    public void close() {
        calls.close();
    }

    /** GetBrowserSession. */
    @Benchmark
    public Object getBrowserSession() {
        return calls.get();
    }

    /** StartBrowserSession. */
    @Benchmark
    public Object startBrowserSession() {
        return calls.start();
    }
}
