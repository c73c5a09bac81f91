import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void requestAsksForTheFormerCodes() {
        client.send(r -> r.text("hi"));
        assertThat(wire.header("x-amzn-query-mode")).isEqualTo("true");
        assertThat(wire.header("X-Amz-Target")).isEqualTo("TinyService.Send");
        assertThat(wire.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(wire.body()).isEqualTo("{\"text\":\"hi\"}");
    }

    public void shapeChoosesTheExceptionAndTheHeaderGivesTheCode() {
        wire.answer(
                400,
                "{\"__type\":\"com.example#NoSuchThing\",\"message\":\"none\"}",
                "x-amzn-query-error",
                "Tiny.Simple.NonExistent;Sender");
        assertThatThrownBy(this::send).isInstanceOfSatisfying(NoSuchThing.class, e -> {
            assertThat(e.errorCode()).isEqualTo("Tiny.Simple.NonExistent");
            assertThat(e.serviceMessage()).isEqualTo("none");
        });
    }

    public void errorIsAlsoToldByItsFormerCode() {
        wire.answer(400, "{\"__type\":\"Tiny.Simple.NonExistent\"}");
        assertThatThrownBy(this::send).isInstanceOf(NoSuchThing.class);
        wire.answer(400, "{}", "x-amzn-query-error", "Tiny.Simple.NonExistent;Sender");
        assertThatThrownBy(this::send).isInstanceOf(NoSuchThing.class);
    }

    /** One error has the former code that is the name of another. */
    public void nameOfAShapeGoesBeforeAFormerCode() {
        wire.answer(400, "{\"__type\":\"Plain\"}", "x-amzn-query-error", "Other;Sender");
        assertThatThrownBy(this::send).isInstanceOf(Plain.class);
        wire.answer(400, "{\"__type\":\"Alias\"}", "x-amzn-query-error", "Plain;Sender");
        assertThatThrownBy(this::send).isInstanceOfSatisfying(Alias.class, e -> assertThat(e.errorCode()).isEqualTo("Plain"));
    }

    private void send() {
        client.send(r -> r.text("hi"));
    }
}
