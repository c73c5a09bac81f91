import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void modelledErrorHasItsMembers() {
        wire.answer(404, "{\"message\":\"gone\",\"resource\":\"t-1\"}", "x-amzn-errortype", "NotFound", "x-amzn-RequestId", "r-1");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(NotFound.class, e -> {
            assertThat(e.resource()).isEqualTo("t-1");
            assertThat(e.serviceMessage()).isEqualTo("gone");
            assertThat(e.requestId()).isEqualTo("r-1");
            assertThat(e.statusCode()).isEqualTo(404);
            assertThat(e.isRetryable()).isFalse();
        });
    }

    public void codeInTheBodyCountsWithoutItsNamespace() {
        wire.answer(400, "{\"__type\":\"com.example#Strange:http://x\",\"message\":{\"limit\":2}}");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(Strange.class, e -> assertThat(e.message().limit()).isEqualTo(2));
    }

    public void headersAndRetryTraitsAreRead() {
        wire.answer(429, "{\"code\":\"TooMany\",\"Message\":\"slow down\",\"quota\":{\"limit\":5}}", "Retry-After", "7");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(Throttled.class, e -> {
            assertThat(e.retryAfter()).isEqualTo(7);
            assertThat(e.quota().limit()).isEqualTo(5);
            assertThat(e.serviceMessage()).isEqualTo("slow down");
            assertThat(e.isThrottling()).isTrue();
            assertThat(e.isRetryable()).isTrue();
        });
        wire.answer(500, "{\"code\":\"Broken\",\"details\":[\"a\"],\"serialVersionUID\":\"s\",\"cause\":\"c\"}");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(Broken.class, e -> {
            assertThat(e.details_()).containsExactly("a");
            assertThat(e.serialVersionUID_()).isEqualTo("s");
            assertThat(e.cause()).isEqualTo("c");
            assertThat(e.isThrottling()).isFalse();
            assertThat(e.isRetryable()).isTrue();
        });
    }

    public void errorWithoutCodeIsToldByItsStatus() {
        wire.answer(404, "{\"message\":\"gone\",\"resource\":\"t-1\"}", "X-Request-Id", "r-2");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(NotFound.class, e -> {
            assertThat(e.resource()).isEqualTo("t-1");
            assertThat(e.errorCode()).isNull();
            assertThat(e.requestId()).isEqualTo("r-2");
        });
        wire.answer(404, "{\"code\":\"E-17\",\"resource\":\"t-1\"}");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(NotFound.class, e -> {
            assertThat(e.resource()).isEqualTo("t-1");
            assertThat(e.errorCode()).isEqualTo("E-17");
        });
        wire.answer(500, "<html>");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(Broken.class, e -> assertThat(e.isRetryable()).isTrue());
    }

    public void errorThatIsNamedIsNotToldByItsStatus() {
        wire.answer(404, "{\"resource\":\"t-1\"}", "x-amzn-errortype", "Other");
        assertThatThrownBy(this::get).isExactlyInstanceOf(TinyException.class);
        wire.answer(404, "{\"__type\":\"com.example#Other\"}");
        assertThatThrownBy(this::get).isExactlyInstanceOf(TinyException.class);
        wire.answer(404, "{\"code\":\"TooMany\"}");
        assertThatThrownBy(this::get).isExactlyInstanceOf(Throttled.class);
    }

    public void statusOfSeveralErrorsTellsNothing() {
        wire.answer(409, "{}");
        assertThatThrownBy(this::get).isExactlyInstanceOf(TinyException.class);
        wire.answer(418, "{}");
        assertThatThrownBy(this::get).isExactlyInstanceOf(TinyException.class);
    }

    public void unmodelledErrorIsTheBaseException() {
        wire.answer(503, "<html>", "x-amzn-errortype", "Other");
        assertThatThrownBy(this::get).isExactlyInstanceOf(TinyException.class).isInstanceOfSatisfying(
                TinyException.class, e -> assertThat(e.rawBody()).isEqualTo("<html>"));
        wire.answer(400, "not json", "x-amzn-errortype", "Silent");
        assertThatThrownBy(this::get).isExactlyInstanceOf(Silent.class);
    }

    public void missingRequiredMemberOfAnErrorIsCorrected() {
        wire.answer(404, "", "x-amzn-errortype", "NotFound");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(NotFound.class, e -> assertThat(e.resource()).isEmpty());
    }

    public void testsCanMakeThem() throws Exception {
        NotFound made = NotFound.builder().message("none").resource("r").build();
        assertThat(made.errorCode()).isEqualTo("NotFound");
        assertThat(made.serviceMessage()).isEqualTo("none");
        assertThat(Throttled.builder().build().errorCode()).isEqualTo("TooMany");
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(made);
    }

    private void get() {
        client.get(r -> r.id("t"));
    }
}
