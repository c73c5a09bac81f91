package dev.whittle.codegen.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.model.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationSelectorTest {
    private static final String CARTS = TestModels.of("""
            'GetCart': {'http': {'method': 'GET', 'requestUri': '/a'}},
            'ListCarts': {'http': {'method': 'GET', 'requestUri': '/b'}},
            'DeleteCart': {'http': {'method': 'DELETE', 'requestUri': '/c'}}
            """, "");
    private static final String SIGNED = TestModels.of("""
            'Get': {'http': {'method': 'GET', 'requestUri': '/a'}},
            'Login': {'http': {'method': 'GET', 'requestUri': '/b'}, 'authtype': 'custom'},
            'Logout': {'http': {'method': 'GET', 'requestUri': '/c'}, 'authtype': 'custom'},
            'Upload': {'http': {'method': 'POST', 'requestUri': '/d'}, 'input': {'shape': 'Up'}},
            'Watch': {'http': {'method': 'GET', 'requestUri': '/e'}, 'output': {'shape': 'Watched'}}
            """, """
            'Up': {'type': 'structure', 'payload': 'body', 'members': {'body': {'shape': 'B', 'streaming': true}}},
            'Watched': {'type': 'structure', 'payload': 'events', 'members': {'events': {'shape': 'Events'}}},
            'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}}},
            'E': {'type': 'structure', 'event': true, 'members': {}},
            'B': {'type': 'blob'}
            """);

    @Test
    void withoutPatternsEveryOperationIsWanted() {
        assertThat(names(CARTS, List.of(), List.of())).containsExactly("DeleteCart", "GetCart", "ListCarts");
    }

    @Test
    void includedAndNotExcludedOperationsAreWanted() {
        assertThat(names(CARTS, List.of("GetCart"), List.of())).containsExactly("GetCart");
        assertThat(names(CARTS, List.of("*Cart"), List.of())).containsExactly("DeleteCart", "GetCart");
        assertThat(names(CARTS, List.of(), List.of("Delete*"))).containsExactly("GetCart", "ListCarts");
        assertThat(names(CARTS, List.of("*Cart*", "GetCart"), List.of("List*", "Delete?art")))
                .containsExactly("GetCart");
    }

    @Test
    void aPatternThatMatchesNothingIsAnError() {
        assertThat(problems(CARTS, List.of("GetCrat", "Put*"), List.of("Nothing")))
                .containsExactly("""
                        service-2.json:[1,102] SVC0403 the included name 'GetCrat' matches no operation of the service at /operations
                                hint: did you mean 'GetCart'?""", """
                        service-2.json:[1,102] SVC0403 the included pattern 'Put*' matches no operation of the service at /operations
                                hint: the service has GetCart, ListCarts, DeleteCart""", """
                        service-2.json:[1,102] SVC0403 the excluded name 'Nothing' matches no operation of the service at /operations
                                hint: the service has GetCart, ListCarts, DeleteCart""");
    }

    @Test
    void somethingMustBeLeft() {
        assertThat(problems(CARTS, List.of(), List.of("*"))).containsExactly("""
                        service-2.json:[1,102] SVC0404 no operation is left to generate at /operations
                                hint: every one is excluded""");
    }

    @Test
    void whatIsNotSupportedYetIsLeftOutWithOneWarning() {
        TestModels.Outcome outcome = TestModels.link(SIGNED, OperationFilter.ALL);

        assertThat(outcome.result().leftOut()).containsExactly("Login", "Logout");
        assertThat(outcome.result().model().operations())
                .extracting(Operation::name)
                .containsExactly("Get", "Upload", "Watch");
        assertThat(TestModels.problems(SIGNED)).containsExactly("""
                        service-2.json:[1,102] SVC0405 2 operations are left out: Login (needs a signature that is not known), Logout (needs a signature that is not known) at /operations
                                hint: signatures that are not known are not supported yet""");
    }

    @Test
    void whatIsNotSupportedYetIsAnErrorWhenAskedForByName() {
        assertThat(problems(SIGNED, List.of("Upload", "Watch", "Logo*", "Get", "Login"), List.of()))
                .containsExactly("""
                        service-2.json:[1,102] SVC0405 1 operation is left out: Logout (needs a signature that is not known) at /operations
                                hint: signatures that are not known are not supported yet""", """
                        service-2.json:[3,10] SVC0405 operation Login needs a signature that is not known, which is not supported yet at /operations/Login
                                hint: take it out of the included operations""");
    }

    @Test
    void whatIsExcludedIsNotMissed() {
        assertThat(names(SIGNED, List.of(), List.of("Log*"))).containsExactly("Get", "Upload", "Watch");
    }

    private static List<String> names(String model, List<String> include, List<String> exclude) {
        return TestModels.linked(model, new OperationFilter(include, exclude)).operations().stream()
                .map(Operation::name)
                .toList();
    }

    private static List<String> problems(String model, List<String> include, List<String> exclude) {
        return TestModels.problems(model, new OperationFilter(include, exclude));
    }
}
