import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import java.time.Instant;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void headersOfAnErrorAreRead() {
        wire.answer(400, "{\"reason\":\"r\"}", "x-amzn-errortype", "InHeaders", "X-Meta-A", "1", "x-meta-b", "2",
                "x-times", "Thu, 01 Jan 1970 00:00:01 GMT, Thu, 01 Jan 1970 00:00:02 GMT");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(InHeaders.class, e -> {
            assertThat(e.meta()).containsEntry("A", "1").containsEntry("b", "2").hasSize(2);
            assertThat(e.times()).containsExactly(Instant.ofEpochSecond(1), Instant.ofEpochSecond(2));
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.reason()).isEqualTo("r");
        });
    }

    public void messageMayBeAHeaderOrTheBody() {
        wire.answer(400, "", "x-amzn-errortype", "MessageInHeader", "x-message", "no");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(
                MessageInHeader.class, e -> assertThat(e.serviceMessage()).isEqualTo("no"));
        wire.answer(400, "never", "x-amzn-errortype", "MessageAsBody");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(
                MessageAsBody.class, e -> assertThat(e.serviceMessage()).isEqualTo("never"));
    }

    public void bodyMayBeOneMember() {
        wire.answer(400, "{\"width\":3}", "x-amzn-errortype", "PartAsBody", "x-body", "7");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(PartAsBody.class, e -> {
            assertThat(e.payload().width()).isEqualTo(3);
            assertThat(e.body()).isEqualTo(7);
        });
        wire.answer(400, "{\"right\":{\"width\":4}}", "x-amzn-errortype", "ChoiceAsBody");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(
                ChoiceAsBody.class,
                e -> assertThat(((Choice.RightMember) e.choice()).right().width()).isEqualTo(4));
        wire.answer(400, "\u00e9", "x-amzn-errortype", "BytesAsBody");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(
                BytesAsBody.class, e -> assertThat(e.bytes().asUtf8()).isEqualTo("\u00e9"));
        wire.answer(400, "HIGH", "x-amzn-errortype", "LevelAsBody");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(
                LevelAsBody.class, e -> assertThat(e.level()).isEqualTo(Level.HIGH));
    }

    public void bodyThatIsMissingIsCorrected() {
        for (String body : new String[] {"", "<html>", "[]"}) {
            wire.answer(400, body, "x-amzn-errortype", "PartAsBody");
            assertThatThrownBy(this::get).isInstanceOfSatisfying(
                    PartAsBody.class, e -> assertThat(e.payload().width()).isNull());
            wire.answer(400, body, "x-amzn-errortype", "ChoiceAsBody");
            assertThatThrownBy(this::get).isInstanceOfSatisfying(
                    ChoiceAsBody.class, e -> assertThat(e.choice()).isNotNull());
        }
        wire.answer(400, "", "x-amzn-errortype", "BytesAsBody");
        assertThatThrownBy(this::get).isInstanceOfSatisfying(BytesAsBody.class, e -> assertThat(e.bytes()).isNull());
    }

    private void get() {
        client.get(r -> {});
    }
}
