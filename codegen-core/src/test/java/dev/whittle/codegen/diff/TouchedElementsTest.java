package dev.whittle.codegen.diff;

import static dev.whittle.codegen.diff.ChangeCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** By which elements of the old client existing code meets a change. */
class TouchedElementsTest {
    static Stream<Arguments> touched() {
        return Stream.of(
                Arguments.of(
                        "a member moves to the query",
                        MEMBER_MOVED,
                        List.of("model.GetRequest.hasSize", "model.GetRequest.size", "model.GetRequest.Builder.size")),
                Arguments.of(
                        "an input gains a required member", REQUIRED_MEMBER_ADDED, List.of("model.GetRequest.Builder")),
                Arguments.of("an input gains an optional member", MEMBER_ADDED, List.of()),
                Arguments.of(
                        "an input loses a required member",
                        MEMBER_REMOVED,
                        List.of(
                                "model.GetRequest.hasId",
                                "model.GetRequest.id",
                                "model.GetRequest.id()",
                                "model.GetRequest.Builder.id",
                                "model.GetRequest.Builder.id(java.lang.String)")));
    }

    @ParameterizedTest
    @MethodSource
    void touched(String kind, ChangeCode code, List<String> elements) {
        assertThat(find(kind, code).touches())
                .extracting(each -> each.element().replace("com.example.tiny.", ""))
                .containsExactlyElementsOf(elements);
    }

    /** A change that may break something at all must say by what code meets it, unless only a new client can. */
    @Test
    void everyBreakingChangeTouchesSomething() {
        for (Change change : Changes.ALL) {
            assertThat(Clients.changes(change.oldModel(), change.newModel()))
                    .as(change.toString())
                    .filteredOn(each -> each.worst() == Verdict.BREAKING)
                    .allMatch(each -> !each.touches().isEmpty());
        }
    }

    /** Each touched element is one of the old client: a class of it, in its package for users. */
    @Test
    void touchedElementsAreSortedAndOnlyNamedOnce() {
        for (Change change : Changes.ALL) {
            for (ApiChange each : Clients.changes(change.oldModel(), change.newModel())) {
                assertThat(each.touches()).as(change.toString()).isSorted().doesNotHaveDuplicates();
                assertThat(each.touches())
                        .allMatch(touched ->
                                touched.isClass() == touched.element().equals(touched.type()));
            }
        }
    }

    private static ApiChange find(String kind, ChangeCode code) {
        Change change = Changes.ALL.stream()
                .filter(each -> each.toString().equals(kind))
                .findFirst()
                .orElseThrow();
        return Clients.changes(change.oldModel(), change.newModel()).stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
