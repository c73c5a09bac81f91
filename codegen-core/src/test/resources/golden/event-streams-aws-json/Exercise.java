import static dev.whittle.codegen.harness.EventMessage.event;
import static dev.whittle.codegen.harness.EventMessage.exception;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.EventMessage;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.stream.EventSource;
import java.time.Instant;
import java.util.List;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void theFirstEventHasTheOtherMembers() {
        answer(event("initial-response", "{\"session\":\"s-1\",\"limits\":{\"rate\":3}}"), event("change", "{\"text\":\"a\",\"at\":0}"));
        try (SubscribeResponse response = client.subscribe(r -> r.topic("t"))) {
            assertThat(wire.header("X-Amz-Target")).isEqualTo("Tiny_20260131.Subscribe");
            assertThat(wire.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
            assertThat(wire.body()).isEqualTo("{\"topic\":\"t\"}");
            assertThat(response.session()).isEqualTo("s-1");
            assertThat(response.limits().rate()).isEqualTo(3);
            assertThat(response.events().next()).isEqualTo(Events.change(Change.builder().text("a").at(Instant.EPOCH).build()));
            assertThat(response.events().hasNext()).isFalse();
        }
    }

    public void itMayBeMissing() {
        answer(event("change", "{\"text\":\"a\"}"));
        try (SubscribeResponse response = client.subscribe(r -> r.topic("t"))) {
            assertThat(response.session()).isNull();
            assertThat(response.limits()).isEqualTo(Limits.builder().build());
            assertThat(response.events().next()).isEqualTo(Events.change(Change.builder().text("a").build()));
        }
    }

    public void itIsNoEventWhereThereAreNoOtherMembers() {
        answer(event("initial-response", "{}"), event("change", "{\"text\":\"a\"}"));
        try (FollowResponse response = client.follow(r -> r.topic("t"))) {
            assertThat(response.events().next()).isEqualTo(Events.change(Change.builder().text("a").build()));
        }
    }

    public void errorsHaveTheirShapesNames() {
        for (String name : List.of("expired", "Expired", "ExpiredFault")) {
            answer(event("initial-response", "{}"), exception(name, "{\"message\":\"m\",\"retryAfter\":5}"));
            try (SubscribeResponse response = client.subscribe(r -> r.topic("t"))) {
                assertThatThrownBy(() -> response.events().next())
                        .isInstanceOfSatisfying(Expired.class, error -> assertThat(error.retryAfter()).isEqualTo(5));
            }
        }
    }

    public void theFirstEventOfARequestHasTheOtherMembers() {
        answer(event("initial-response", "{\"host\":\"h\"}"), event("message", "{\"text\":\"hi\"}", "loud", true));
        Messages message = Messages.message(Message.builder().text("hey").loud(false).build());
        try (ChatResponse response = client.chat(r -> r.room("r").said(EventSource.of(List.of(message))))) {
            assertThat(response.host()).isEqualTo("h");
            assertThat(response.heard().next()).isEqualTo(Messages.message(Message.builder().text("hi").loud(true).build()));
        }
        assertThat(wire.header("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(EventMessage.read(wire.bodyBytes())).extracting(EventMessage::type).containsExactly("initial-request", "message");
        assertThat(EventMessage.read(wire.bodyBytes())).extracting(EventMessage::text).containsExactly("{\"room\":\"r\"}", "{\"text\":\"hey\"}");
        assertThat(EventMessage.read(wire.bodyBytes()).get(1).headers()).containsEntry("loud", false);
    }

    public void itIsThereWithoutOtherMembers() {
        wire.answer(200, "{}");
        client.shout(r -> r.said(EventSource.of(List.of())));
        assertThat(EventMessage.read(wire.bodyBytes())).extracting(EventMessage::text).containsExactly("{}");
        assertThat(EventMessage.read(wire.bodyBytes()).get(0).headers()).containsEntry(":content-type", "application/x-amz-json-1.1");
    }

    private void answer(EventMessage... messages) {
        wire.answer(200, EventMessage.bytes(messages), "Content-Type", "application/vnd.amazon.eventstream");
    }
}
