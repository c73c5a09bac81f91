package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.harness.TinyModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same model gives the same bytes, wherever and however often it is generated. */
class DeterminismTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    static List<Golden> features() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("features")
    void localesAndRepetitionHaveNoSay(Golden golden) {
        Map<String, String> first = golden.generated();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertThat(golden.generated()).isEqualTo(first);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        assertThat(golden.generated()).isEqualTo(first);
    }

    @Test
    void textIsUnixTextAndPlain() {
        for (Golden golden : features()) {
            golden.generated().forEach((path, text) -> {
                assertThat(text).as(path).endsWith("\n").doesNotContain("\r", "\t");
                assertThat(text.lines().filter(line -> line.endsWith(" ")))
                        .as(path)
                        .isEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void orderOfShapesAndOperationsHasNoSay(long seed) {
        assertThat(model(new Random(seed))).as("seed %s", seed).isEqualTo(model(null));
    }

    private static Map<String, String> model(@Nullable Random random) {
        List<Runnable> parts = new ArrayList<>();
        TinyModel model = new TinyModel();
        for (int i = 0; i < 8; i++) {
            String number = Integer.toString(i);
            parts.add(() -> model.structure("In" + number, "u", "U" + number, "e", "E" + number, "l", "L" + number));
            parts.add(() -> model.union("U" + number, "text", "Text", "part", "In" + number));
            parts.add(() -> model.enumeration("E" + number, List.of("B", "A")));
            parts.add(() -> model.list("L" + number, "U" + number));
            parts.add(() -> model.operation(
                    "Get" + number,
                    "\"http\":{\"method\":\"POST\",\"requestUri\":\"/" + number + "\"},\"input\":{\"shape\":\"In"
                            + number + "\"},\"output\":{\"shape\":\"In" + number + "\"}"));
        }
        if (random != null) {
            Collections.shuffle(parts, random);
        }
        parts.forEach(Runnable::run);
        return Generation.files(model.text());
    }
}
