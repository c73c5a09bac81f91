import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MissingMemberException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void requestHoldsWhatIsSet() {
        client.putOrder(r -> r.count(2).note("now").lines("a", "b").order(order()));
        assertThat(wire.line()).isEqualTo("PUT /orders");
        assertThat(wire.body()).isEqualTo("""
                {"count":2,"note":"now","order":{"id":"o-1","quantity":3,"exact":true,"ratio":0.5,"lines":[],"tags":{"k":"v"},\
                "at":1},"lines":["a","b"]}""");
    }

    public void missingMembersOfARequestAreNamed() {
        assertThatThrownBy(() -> client.putOrder(r -> r.count(1)))
                .isInstanceOf(MissingMemberException.class)
                .hasMessage("PutOrderRequest: required member 'order' is not set");
        assertThatThrownBy(() -> Order.builder().id("x").build())
                .hasMessage("Order: required member 'quantity' is not set");
    }

    public void nullsAreNamed() {
        assertThatThrownBy(() -> client.putOrder((Consumer<PutOrderRequest.Builder>) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("request must not be null");
        assertThatThrownBy(() -> client.putOrder((PutOrderRequest) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("PutOrder: the request is null");
        assertThatThrownBy(() -> PutOrderRequest.builder().order((Consumer<Order.Builder>) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("order must not be null");
    }

    public void missingMembersOfAResponseAreCorrected() {
        wire.answer(200, "{\"order\":{}}");
        PutOrderResponse response = client.putOrder(r -> r.count(2).lines("a").order(order()));
        assertThat(response.total()).isNull();
        assertThat(response.backup()).isNull();
        assertThat(response.lines()).isEmpty();
        assertThat(response.tags()).isEmpty();
        assertThat(response.hasTags()).isFalse();
        assertThat(response.order().id()).isEmpty();
        assertThat(response.order().quantity()).isZero();
        assertThat(response.order().at()).isEqualTo(Instant.EPOCH);
        assertThat(response.order().limit()).isNull();
        wire.answer(200, "{\"order\":null,\"unknown\":[{}]}");
        assertThat(client.putOrder(r -> r.count(2).lines("a").order(order()))).isEqualTo(response);
    }

    public void emptyAnswerIsAnEmptyResponse() {
        wire.answer(200, "");
        assertThat(client.putOrder(r -> r.count(2).lines("a").order(order())).order().id()).isEmpty();
    }

    public void emptyAndAbsentCollectionsDiffer() {
        Order empty = order().toBuilder().weights().build();
        assertThat(empty.hasWeights()).isTrue();
        assertThat(order().hasWeights()).isFalse();
        assertThat(empty).isNotEqualTo(order());
        assertThat(order().toBuilder().weights((List<Double>) null).build()).isEqualTo(order());
    }

    public void valuesAreValues() {
        assertThat(order()).isEqualTo(order()).hasSameHashCodeAs(order()).hasToString(
                "Order{id=o-1, quantity=3, exact=true, ratio=0.5, lines=[], tags={k=v}, at=1970-01-01T00:00:01Z}");
        assertThat(order().toBuilder().build()).isEqualTo(order());
        assertThat(order().toBuilder().note("n").build()).isNotEqualTo(order());
        assertThat(Empty.builder().build()).isEqualTo(Empty.builder().build()).hasToString("Empty{}");
    }

    public void collectionsAreCopied() {
        List<String> lines = new ArrayList<>(List.of("a"));
        Order order = order().toBuilder().lines(lines).build();
        lines.add("b");
        assertThat(order.lines()).containsExactly("a");
        assertThatThrownBy(() -> order.lines().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Order order() {
        return Order.builder().id("o-1").quantity(3).exact(true).ratio(0.5).lines().tags(Map.of("k", "v"))
                .at(Instant.ofEpochSecond(1)).build();
    }
}
