import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.net.URI;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder()
            .endpoint(URI.create("https://tiny.test")).tokens(() -> "t").retry(RetryPolicy.none()));

    public void anErrorCanHaveTheStatusOfASuccess() {
        wire.answer(200, "<?xml version=\"1.0\"?>\n  \n <Error xmlns=\"urn:x\"><Code>Conflict</Code><Message>no</Message>"
                + "<Key>k</Key><RequestId>r-1</RequestId></Error>");
        Conflict payload = catchThrowableOfType(Conflict.class, () -> client.copyThing(r -> {}));
        assertThat(payload.key()).isEqualTo("k");
        assertThat(payload.serviceMessage()).isEqualTo("no");
        assertThat(payload.requestId()).isEqualTo("r-1");
        assertThat(payload.statusCode()).isEqualTo(200);
        Conflict members = catchThrowableOfType(Conflict.class, () -> client.joinThing(r -> {}));
        assertThat(members.key()).isEqualTo("k");
    }

    public void itIsRetriedLikeAnyOther() {
        wire.answer(200, "<Error><Code>Busy</Code></Error>");
        assertThat(catchThrowableOfType(Busy.class, () -> client.copyThing(r -> {})).isRetryable()).isTrue();
        wire.answer(200, "<Error><Code>InternalError</Code></Error>");
        assertThat(failure().isRetryable()).isTrue();
        wire.answer(200, "<Error><Code>SlowDown</Code></Error>");
        assertThat(failure().isThrottling()).isTrue();
        wire.answer(200, "<Error><Code>AccessDenied</Code></Error>");
        assertThat(failure().isRetryable()).isFalse();
    }

    private ServiceException failure() {
        return catchThrowableOfType(ServiceException.class, () -> client.joinThing(r -> {}));
    }

    public void anyOtherRootIsAnOutput() {
        wire.answer(200, "<CopyResult><tag>t</tag><Error>x</Error></CopyResult>");
        assertThat(client.copyThing(r -> {}).result().tag()).isEqualTo("t");
        wire.answer(200, "<Errors><tag>t</tag></Errors>");
        assertThat(client.joinThing(r -> {}).tag()).isEqualTo("t");
        wire.answer(200, "");
        assertThat(client.copyThing(r -> {}).result()).isNull();
    }

    public void anOutputCanBeCalledError() {
        wire.answer(200, "<Error><Code>Conflict</Code></Error>");
        assertThat(client.getFault(r -> {}).fault().code()).isEqualTo("Conflict");
        wire.answer(400, "<Error><Code>Conflict</Code></Error>");
        assertThatThrownBy(() -> client.getFault(r -> {})).isInstanceOf(Conflict.class);
    }

    public void theStatusStandsForTheCodeOfAResponseToHead() {
        wire.answer(404, "");
        NotFound missing = catchThrowableOfType(NotFound.class, () -> client.checkThing(r -> {}));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.errorCode()).isEqualTo("NotFound");
        wire.answer(403, "");
        assertThat(catchThrowableOfType(ServiceException.class, () -> client.checkThing(r -> {})).errorCode())
                .isEqualTo("Forbidden");
        wire.answer(404, "");
        assertThat(failure()).isNotInstanceOf(NotFound.class);
        assertThat(failure().errorCode()).isNull();
    }
}
