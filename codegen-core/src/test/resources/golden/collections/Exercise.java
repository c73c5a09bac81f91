import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import java.util.Collections;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void everyCollectionGoesBothWays() {
        Item item = Item.builder().name("n").build();
        Message message = Message.builder()
                .texts("a", "b").sparseTexts("a", null).numbers(1, 2).sparseNumbers(null, 2).items(item)
                .sparseItems(item, null).grid(List.of(List.of(1, 2), List.of())).colors(Color.RED, Color.of("blue"))
                .choices(Choice.number(1), Choice.item(item)).textMap(Map.of("k", "v"))
                .sparseTextMap(Collections.singletonMap("k", null)).numberMap(Map.of("k", 1)).itemMap(Map.of("k", item))
                .sparseItemMap(Collections.singletonMap("k", null)).byColor(Map.of(Color.GREEN, "g"))
                .itemByColor(Map.of(Color.RED, item)).mapOfLists(Map.of("k", List.of(item)))
                .listOfMaps(List.of(Map.of("k", "v"))).build();
        String json = """
                {"message":{"texts":["a","b"],"sparseTexts":["a",null],"numbers":[1,2],"sparseNumbers":[null,2],\
                "items":[{"name":"n"}],"sparseItems":[{"name":"n"},null],"grid":[[1,2],[]],"colors":["red","blue"],\
                "choices":[{"number":1},{"item":{"name":"n"}}],"textMap":{"k":"v"},"sparseTextMap":{"k":null},\
                "numberMap":{"k":1},"itemMap":{"k":{"name":"n"}},"sparseItemMap":{"k":null},"byColor":{"green":"g"},\
                "itemByColor":{"red":{"name":"n"}},"mapOfLists":{"k":[{"name":"n"}]},"listOfMaps":[{"k":"v"}]}}""";
        wire.answer(200, json);
        EchoResponse response = client.echo(r -> r.message(message));
        assertThat(wire.body()).isEqualTo(json);
        assertThat(response.message()).isEqualTo(message);
        assertThat(response.message().colors().get(0)).isSameAs(Color.RED);
    }

    public void denseCollectionsDropNulls() {
        wire.answer(200, """
                {"message":{"texts":["a",null],"numbers":[null,1],"items":[null],"textMap":{"k":null},"itemMap":{"k":null},
                "byColor":{"red":null},"grid":[null,[null]],"choices":[null],"sparseItems":null}}""");
        Message message = client.echo(r -> {}).message();
        assertThat(message.texts()).containsExactly("a");
        assertThat(message.numbers()).containsExactly(1);
        assertThat(message.items()).isEmpty();
        assertThat(message.hasItems()).isTrue();
        assertThat(message.textMap()).isEmpty();
        assertThat(message.itemMap()).isEmpty();
        assertThat(message.byColor()).isEmpty();
        assertThat(message.grid()).containsExactly(List.of());
        assertThat(message.choices()).isEmpty();
        assertThat(message.hasSparseItems()).isFalse();
    }

    public void denseCollectionsTakeNoNull() {
        assertThatThrownBy(() -> Message.builder().texts("a", null)).isInstanceOf(NullPointerException.class);
    }
}
