package dev.whittle.codegen.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.c2j.C2jDialect;
import dev.whittle.codegen.problem.Problems;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ModelLocatorTest {
    private static final ModelSource SOURCE = new ModelSource(
            "shop/service-2.json",
            utf8("{\"a\": 1,\n \"b\": [2, 3]}"),
            null,
            utf8("{\n\n\"waiters\": {\"x#y/z\": [true]}}"),
            null);

    @Test
    void aPlainPointerIsAPlaceInTheModel() {
        assertThat(new ModelLocator(SOURCE).apply("/b/1")).hasToString("shop/service-2.json:[2,11]");
        assertThat(new ModelLocator(SOURCE).apply("")).hasToString("shop/service-2.json");
    }

    @Test
    void aValueOfASiblingIsFoundInTheSibling() {
        Problems problems = new Problems(new ModelLocator(SOURCE), new C2jDialect());
        JsonValue root = ModelJson.readSibling(SOURCE, ModelSource.WAITERS, problems);

        JsonValue value = root.get("waiters").get("x#y/z").values().get(0);

        assertThat(value.pointer()).isEqualTo("waiters-2.json#/waiters/x#y~1z/0");
        assertThat(new ModelLocator(SOURCE).apply(value.pointer())).hasToString("shop/waiters-2.json:[3,23]");
        assertThat(new ModelLocator(SOURCE).apply(value.pointer()).pointer()).isEqualTo("/waiters/x#y~1z/0");
        assertThat(new ModelLocator(SOURCE).apply(root.pointer())).hasToString("shop/waiters-2.json");
        assertThat(root.key()).isEmpty();
    }

    @Test
    void aSiblingThatIsNotThereHasNoRoot() {
        Problems problems = new Problems(new ModelLocator(SOURCE), new C2jDialect());

        assertThat(ModelJson.readSibling(SOURCE, ModelSource.PAGINATORS, problems))
                .isNull();
        assertThat(problems.all()).isEmpty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
