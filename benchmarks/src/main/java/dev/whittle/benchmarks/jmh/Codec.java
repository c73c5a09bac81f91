package dev.whittle.benchmarks.jmh;

import com.example.browser.internal.BrowserCodecs;
import com.example.browser.model.StartBrowserSessionRequest;
import com.example.browser.model.ViewPort;
import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.Answers;
import dev.whittle.benchmarks.floor.FloorJson;
import dev.whittle.benchmarks.floor.FloorModel;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Codecs alone. AWS's cannot be had without its pipeline. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class Codec {
    /** Whose codec. */
    @Param({"floor", "whittle"})
    public String impl = "";

    /** What is read. */
    @Param({"common", "full"})
    public String answer = "";

    private byte[] session = new byte[0];
    private final StartBrowserSessionRequest request = StartBrowserSessionRequest.builder()
            .browserIdentifier(Account.BROWSER)
            .name(Account.NAME)
            .sessionTimeoutSeconds(3600)
            .viewPort(ViewPort.builder().width(1920).height(1080).build())
            .clientToken(Account.TOKEN)
            .build();
    private final FloorModel.Start start = new FloorModel.Start(
            Account.BROWSER, Account.NAME, 3600, new FloorModel.ViewPort(1920, 1080), Account.TOKEN);

    /** Chooses the answer. */
    @Setup
    public void choose() {
        session = answer.equals("full") ? Answers.fullSession() : Answers.session();
    }

    /** The answer to GetBrowserSession. */
    @Benchmark
    public Object read() {
        ByteArrayInputStream body = new ByteArrayInputStream(session);
        if (impl.equals("floor")) {
            return FloorJson.readSession(body);
        }
        JsonReader in = new JsonReader(body);
        try {
            return BrowserCodecs.read(in);
        } finally {
            in.close();
        }
    }

    /** The body of StartBrowserSession. */
    @Benchmark
    public Object write() {
        if (impl.equals("floor")) {
            return FloorJson.write(start);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        JsonWriter out = new JsonWriter(bytes);
        BrowserCodecs.write(request, out);
        out.close();
        return bytes.toByteArray();
    }
}
