package dev.whittle.codegen.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.client.ClientBuilder;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {
    private static final List<String> STEMS = List.of(
            "class",
            "_",
            "yield",
            "Object",
            "String",
            "Builder",
            "Value",
            "hashCode",
            "wait",
            "builder",
            "build",
            "details",
            "close",
            "create",
            "free",
            "Free");

    static List<UnaryOperator<String>> escapes() {
        return List.of(
                ReservedNames::type,
                ReservedNames::member,
                ReservedNames::exceptionMember,
                ReservedNames::operation,
                ReservedNames::clientParameter,
                ReservedNames::enumType);
    }

    /** A setter of a parameter must not override what every builder of clients has. */
    @Test
    void noParameterOfClientsTakesAMethodOfTheirBuilders() {
        for (Method method : ClientBuilder.class.getDeclaredMethods()) {
            if (!method.isSynthetic()) {
                assertThat(ReservedNames.clientParameter(method.getName())).isEqualTo(method.getName() + "_");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void noTwoNamesBecomeOne(UnaryOperator<String> escape) {
        Map<String, String> sources = new HashMap<>();
        for (String stem : STEMS) {
            for (int underscores = 0; underscores < 6; underscores++) {
                String name = stem + "_".repeat(underscores);
                assertThat(sources.put(escape.apply(name), name)).as(name).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class",
                "_",
                "yield",
                "null",
                "true",
                "int",
                "hashCode",
                "toString",
                "wait",
                "builder",
                "build",
                "toBuilder"
            })
    void reservedMembersAreEscaped(String name) {
        assertThat(ReservedNames.member(name)).isEqualTo(name + "_");
        assertThat(ReservedNames.exceptionMember(name)).isEqualTo(name + "_");
        assertThat(ReservedNames.operation(name)).isEqualTo(name + "_");
    }

    @Test
    void anOutputWithAStreamHasAMethodThatClosesIt() {
        assertThat(ReservedNames.streamedMember("close")).isEqualTo("close_");
        assertThat(ReservedNames.streamedMember("close_")).isEqualTo("close__");
        assertThat(ReservedNames.streamedMember("hasClosed")).isEqualTo("hasClosed_");
        assertThat(ReservedNames.streamedMember("closed")).isEqualTo("closed");
        assertThat(ReservedNames.structureMember("close")).isEqualTo("close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewPort", "name", "value", "other", "record", "var", "sealed"})
    void otherMembersKeepTheirNames(String name) {
        assertThat(ReservedNames.member(name)).isEqualTo(name);
        assertThat(SourceVersion.isName(name, SourceVersion.RELEASE_17)).isTrue();
    }
}
