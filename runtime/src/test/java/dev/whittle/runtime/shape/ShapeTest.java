package dev.whittle.runtime.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.MissingMemberException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void requiredMembersAreNamed() {
        assertThat(Required.of("x", "m", "S")).isEqualTo("x");
        assertThatThrownBy(() -> Required.of(null, "sessionId", "GetBrowserSessionRequest"))
                .isInstanceOf(MissingMemberException.class)
                .hasMessage("GetBrowserSessionRequest: required member 'sessionId' is not set");
    }

    @Test
    void listsAreCopiedOnce() {
        List<String> original = new ArrayList<>(List.of("a"));
        List<String> copy = Copies.list(original);
        original.add("b");
        assertThat(copy).containsExactly("a");
        assertThat(Copies.list(copy)).isSameAs(copy);
        assertThatThrownBy(() -> copy.add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Copies.list(Arrays.asList("a", null))).hasMessage("list element 1 is null");
        assertThat(Copies.sparseList(Arrays.asList("a", null))).containsExactly("a", null);
    }

    @Test
    void mapsKeepTheirOrder() {
        Map<String, String> original = new LinkedHashMap<>();
        original.put("z", "1");
        original.put("a", "2");
        Map<String, String> copy = Copies.map(original);
        original.put("n", null);
        assertThat(copy.keySet()).containsExactly("z", "a");
        assertThatThrownBy(() -> copy.put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Copies.map(original)).hasMessage("map value 2 is null");
        assertThat(Copies.sparseMap(original)).containsEntry("n", null);
    }

    @Test
    void blobsAreImmutableAndKeepTheirContentToThemselves() {
        byte[] bytes = {1, 2};
        Blob blob = Blob.of(bytes);
        bytes[0] = 9;
        blob.toByteArray()[1] = 9;
        assertThat(blob.toByteArray()).containsExactly(1, 2);
        assertThat(blob).isEqualTo(Blob.unsafe(new byte[] {1, 2})).hasSameHashCodeAs(Blob.of(new byte[] {1, 2}));
        assertThat(blob).hasToString("Blob[2 bytes]").isNotEqualTo(Blob.empty());
        assertThat(Blob.utf8("ü").asUtf8()).isEqualTo("ü");
        assertThat(blob.inputStream()).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void printsWhatIsSetAndMasksSecrets() {
        assertThat(new Printer("ViewPort").add("width", 800).add("none", null).addSensitive("name", "x"))
                .hasToString("ViewPort{width=800, name=***}");
        assertThat(new Printer("Empty").addSensitive("name", null)).hasToString("Empty{}");
    }
}
