package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.harness.Javac;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the generator makes of one tiny model for each feature, letter by letter; that it compiles without a warning; and
 * what the compiled client does, which an exercise beside each model says.
 *
 * <p>After an intended change, {@code mvn -pl codegen-core -am test -Dtest=GoldenTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dwhittle.golden.update=true} rewrites the expected sources, to be reviewed
 * like any other change.
 */
class GoldenTest {
    @ParameterizedTest
    @MethodSource("features")
    void generatesWhatIsExpected(Golden golden) throws IOException {
        if (Golden.UPDATE) {
            golden.update();
        }
        SortedMap<String, String> expected = golden.expected();
        SortedMap<String, String> generated = golden.comparable();
        assertThat(generated.keySet()).isEqualTo(expected.keySet());
        generated.forEach((path, text) -> assertThat(text.lines())
                .as(path)
                .containsExactlyElementsOf(expected.get(path).lines().toList()));
        assertThat(generated).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("features")
    void compilesWithoutWarning(Golden golden) {
        assertThat(Javac.compile(
                                golden.generated(),
                                "-Xdoclint:all/protected,-missing",
                                "-Xdoclint/package:com.example.tiny.*")
                        .messages())
                .isEmpty();
    }

    /** Tools for coverage look into each class file by itself. */
    @ParameterizedTest
    @MethodSource("features")
    void everyClassSaysThatItIsGenerated(Golden golden) {
        Map<String, byte[]> classes = Javac.compile(golden.generated()).classes();
        classes.keySet().removeIf(name -> name.endsWith(".package-info"));
        assertThat(classes)
                .isNotEmpty()
                .allSatisfy((name, bytes) -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .contains("Ldev/whittle/runtime/WhittleGenerated;"));
    }

    @TestFactory
    Stream<DynamicContainer> exercises() {
        assumeFalse(Golden.UPDATE);
        return features().stream()
                .map(golden -> DynamicContainer.dynamicContainer(golden.toString(), exercise(golden)));
    }

    private static Stream<DynamicTest> exercise(Golden golden) {
        Map<String, byte[]> client = Javac.compile(golden.generated()).classes();
        Javac.Result compiled = Javac.against(client, golden.exercise(), GoldenTest.class, Assertions.class);
        if (!compiled.messages().isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    "compiles", () -> assertThat(compiled.messages()).isEmpty()));
        }
        Class<?> exercise = compiled.load("Exercise");
        List<Method> methods = Arrays.stream(exercise.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(methods).isNotEmpty();
        return methods.stream().map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(exercise, method)));
    }

    private static void run(Class<?> exercise, Method method) throws Throwable {
        try {
            method.invoke(exercise.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static List<Golden> features() {
        return Golden.all();
    }
}
