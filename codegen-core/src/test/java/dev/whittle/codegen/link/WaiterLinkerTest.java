package dev.whittle.codegen.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.model.Waiter;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiterLinkerTest {
    private static final String MODEL = TestModels.of("""
            'Get': {'http': {'method': 'POST', 'requestUri': '/'}, 'output': {'shape': 'Out'}, 'errors': [{'shape': 'Missing'}]}
            """, """
            'Out': {'type': 'structure', 'members': {
              'state': {'shape': 'State'}, 'name': {'shape': 'Text'}, 'count': {'shape': 'Number'}, 'ready': {'shape': 'Flag'},
              'things': {'shape': 'Things'}, 'size': {'shape': 'Large'}, 'at': {'shape': 'Time'}, 'choice': {'shape': 'Choice'},
              'labels': {'shape': 'Labels'}, 'any': {'shape': 'Any'}}},
            'Things': {'type': 'list', 'member': {'shape': 'Thing'}},
            'Thing': {'type': 'structure', 'members': {'name': {'shape': 'Text'}, 'things': {'shape': 'Things'}}},
            'Choice': {'type': 'structure', 'union': true, 'members': {'text': {'shape': 'Text'}}},
            'Labels': {'type': 'map', 'key': {'shape': 'Text'}, 'value': {'shape': 'Text'}},
            'Missing': {'type': 'structure', 'members': {}, 'exception': true, 'error': {'code': 'NotThere', 'httpStatusCode': 404}},
            'State': {'type': 'string', 'enum': ['ON', 'OFF']}, 'Any': {'type': 'structure', 'document': true, 'members': {}},
            'Text': {'type': 'string'}, 'Number': {'type': 'integer'}, 'Flag': {'type': 'boolean'},
            'Large': {'type': 'float'}, 'Time': {'type': 'timestamp'}
            """);

    @Test
    void readsAnEntry() {
        Waiter waiter = waiter(acceptor("path", "'name'", "'a'", "success") + ", "
                + acceptor("error", null, "'Missing'", "retry") + ", " + acceptor("error", null, "true", "failure")
                + ", "
                + acceptor("error", null, "false", "retry") + ", " + acceptor("status", null, "404", "retry"));

        assertThat(waiter.name()).isEqualTo("Ready");
        assertThat(waiter.operation().name()).isEqualTo("Get");
        assertThat(waiter.delay()).isEqualTo(5);
        assertThat(waiter.maxAttempts()).isEqualTo(20);
        assertThat(waiter.acceptors())
                .extracting(Waiter.Acceptor::state)
                .containsExactly(
                        Waiter.State.SUCCESS,
                        Waiter.State.RETRY,
                        Waiter.State.FAILURE,
                        Waiter.State.RETRY,
                        Waiter.State.RETRY);
        assertThat(waiter.acceptors().subList(1, 5))
                .extracting(Waiter.Acceptor::matcher)
                .containsExactly(
                        new Waiter.ErrorCode("NotThere"),
                        new Waiter.AnyError(),
                        new Waiter.AnyResponse(),
                        new Waiter.Status(404));
        assertThat(waiter.mayEndWithError()).isFalse();
    }

    @Test
    void anErrorCanBeTheSuccess() {
        assertThat(waiter(acceptor("error", null, "'Other'", "success")).mayEndWithError())
                .isTrue();
        assertThat(waiter(acceptor("status", null, "404", "success")).mayEndWithError())
                .isTrue();
        assertThat(waiter(acceptor("status", null, "204", "success")).mayEndWithError())
                .isFalse();
    }

    @Test
    void anUnknownOperationCostsTheWaiter() {
        assertThat(said("'Ready': {'operation': 'Gte', 'delay': 1, 'maxAttempts': 1, 'acceptors': []}"))
                .containsExactly("""
                        waiters-2.json:[2,24] SVC0621 there is no waiter Ready: it calls operation 'Gte', which the model does not define at /waiters/Ready/operation
                                hint: did you mean 'Get'?""");
    }

    @Test
    void aWaiterOfAnOperationThatIsNotWantedIsLeftOutSilently() {
        String model = MODEL.replace("'Get': {", "'Gone': {'http': {'method': 'GET', 'requestUri': '/'}}, 'Get': {");
        TestModels.Outcome outcome = TestModels.linkWithSiblings(
                model,
                null,
                "{'waiters': {'Ready': {'operation': 'Get', 'delay': 1, 'maxAttempts': 1, 'acceptors': ["
                        + acceptor("path", "'nowhere'", "'a'", "success") + "]}}}",
                new OperationFilter(List.of("Gone"), List.of()));
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.result().model().waiters()).isEmpty();
    }

    @Test
    void whatIsMissingIsAnError() {
        assertThat(said("'Ready': {}"))
                .containsExactly(
                        "waiters-2.json:[2,10] SVC0110 waiter Ready has no 'operation' at /waiters/Ready",
                        "waiters-2.json:[2,10] SVC0110 waiter Ready has no 'acceptors' at /waiters/Ready",
                        "waiters-2.json:[2,10] SVC0110 waiter Ready has no 'delay' at /waiters/Ready",
                        "waiters-2.json:[2,10] SVC0110 waiter Ready has no 'maxAttempts' at /waiters/Ready");
        assertThat(said(entry("{'matcher': 'path'}")))
                .containsExactly(
                        "waiters-2.json:[2,76] SVC0110 an acceptor of waiter Ready has no 'state' at /waiters/Ready/acceptors/0",
                        "waiters-2.json:[2,76] SVC0110 an acceptor of waiter Ready has no 'argument' at /waiters/Ready/acceptors/0",
                        "waiters-2.json:[2,76] SVC0110 an acceptor of waiter Ready has no 'expected' at /waiters/Ready/acceptors/0");
    }

    @Test
    void aNumberThatIsNotAboveZeroIsAnError() {
        assertThat(said("'Ready': {'operation': 'Get', 'delay': 0, 'maxAttempts': -1, 'acceptors': []}"))
                .startsWith(
                        "waiters-2.json:[2,40] SVC0111 'delay' is 0, expected a number above zero at /waiters/Ready/delay",
                        "waiters-2.json:[2,58] SVC0111 'maxAttempts' is -1, expected a number above zero at /waiters/Ready/maxAttempts");
    }

    @Test
    void anUnknownMatcherOrStateIsAnError() {
        assertThat(said(entry("{'matcher': 'pathSome', 'expected': 1, 'state': 'sucess'}")))
                .containsExactly("""
                        waiters-2.json:[2,88] SVC0111 'matcher' is 'pathSome', which is not known at /waiters/Ready/acceptors/0/matcher
                                hint: known are status, error, path, pathAll, pathAny""", """
                        waiters-2.json:[2,124] SVC0111 'state' is 'sucess', which is not known at /waiters/Ready/acceptors/0/state
                                hint: did you mean 'success'?""");
    }

    @Test
    void anExpectationOfTheWrongTypeIsAnError() {
        assertThat(said(entry("{'matcher': 'error', 'expected': [], 'state': 'success'}")))
                .containsExactly(
                        "waiters-2.json:[2,109] SVC0109 'expected' is an array, expected a string, a boolean or an"
                                + " integer at /waiters/Ready/acceptors/0/expected");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "status | | '404' | '404' is expected, but the matcher 'status' expects a status from 100 to 599",
                "status | | 99 | 99 is expected, but the matcher 'status' expects a status from 100 to 599",
                "error | | 5 | 5 is expected, but the matcher 'error' expects the code of an error, or a boolean",
                "path | 'count' | 'a' | 'a' is expected, but path 'count' leads to a number",
                "path | 'ready' | 1 | 1 is expected, but path 'ready' leads to a boolean",
                "path | 'state' | true | true is expected, but path 'state' leads to a string",
                "path | 'at' | 'a' | 'a' is expected, but path 'at' leads to a value that cannot be compared",
                "path | 'things' | 'a' | 'a' is expected, but path 'things' leads to a value that cannot be compared",
                "pathAll | 'name' | 'a' | 'a' is expected, but a matcher of all or any expects a path to a list",
                "pathAny | 'things[].name' | 1 | 1 is expected, but path 'things[].name' leads to a string"
            })
    void whatCannotBeFoundCostsTheWaiter(String matcher, String argument, String expected, String why) {
        TestModels.Outcome outcome = outcome(entry(acceptor(matcher, argument, expected, "success")));
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code().code()).isEqualTo("SVC0622");
            assertThat(problem.location().pointer()).endsWith("/waiters/Ready/acceptors/0/expected");
            assertThat(problem.message()).isEqualTo("there is no waiter Ready: " + why);
        });
        assertThat(outcome.result().model().waiters()).isEmpty();
    }

    @Test
    void aWaiterWithoutSuccessIsLeftOut() {
        assertThat(said(entry(acceptor("error", null, "true", "retry"))))
                .containsExactly(
                        "waiters-2.json:[2,10] SVC0623 there is no waiter Ready: none of its acceptors is a success"
                                + " at /waiters/Ready");
    }

    @Test
    void moreAcceptorsThanAMethodShouldHoldAreLeftOut() {
        String acceptor = acceptor("status", null, "200", "success");
        assertThat(said(entry((acceptor + ", ").repeat(100) + acceptor)))
                .containsExactly(
                        "waiters-2.json:[2,10] SVC0623 there is no waiter Ready: it has 101 acceptors, more than the"
                                + " 100 that are supported at /waiters/Ready");
    }

    @Test
    void anUnknownMemberCostsTheWaiter() {
        assertThat(said(entry(acceptor("path", "'things[].nme'", "'a'", "success"))))
                .containsExactly("""
                        waiters-2.json:[2,108] SVC0602 there is no waiter Ready: path 'things[].nme': Thing has no member 'nme' at /waiters/Ready/acceptors/0/argument
                                hint: did you mean 'name'?""");
        assertThat(said(entry(acceptor("path", "'name.x'", "'a'", "success"))))
                .singleElement()
                .asString()
                .contains(
                        "SVC0602 there is no waiter Ready: path 'name.x': 'x' is used on a value that is not a structure");
        assertThat(said(entry(acceptor("path", "'name[]'", "'a'", "success"))))
                .singleElement()
                .asString()
                .contains("SVC0602 there is no waiter Ready: path 'name[]': [] is used on a value that is not a list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "things[].nme | SVC0602",
                "name.. | SVC0601",
            })
    void whatIsWrongWithAPathCostsTheWaiterOnly(String path, String code) {
        TestModels.Outcome outcome = outcome(entry(acceptor("path", "'" + path + "'", "'a'", "success")) + ",\n"
                + entry(acceptor("path", "'name'", "'a'", "success")).replace("Ready", "Other"));
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.text()).contains(code + " there is no waiter Ready: path ");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(outcome.result().model().waiters()).extracting(Waiter::name).containsExactly("Other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobdone", "JobDone_", "Job_done"})
    void ofTwoThatWouldBeOneClassTheFirstIsThere(String name) {
        String acceptor = acceptor("path", "'name'", "'a'", "success");
        TestModels.Outcome outcome = outcome(entry(acceptor).replace("Ready", "JobDone") + ",\n"
                + entry(acceptor).replace("Ready", name) + ",\n" + entry(acceptor));
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.text())
                    .endsWith("SVC0623 there is no waiter " + name + ": its class would have the same name as that of"
                            + " waiter JobDone, or one that differs only in case at /waiters/" + name);
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(outcome.result().model().waiters()).extracting(Waiter::name).containsExactly("JobDone", "Ready");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "things[0:1].name",
                "{a: name}",
                "sort(things[].name)",
                "max_by(things, &name)",
                "things[?things[0]].name",
                "[name, count]",
                "name && ready",
                "name == count",
                "name < 'a'",
                "at == 'a'",
                "size > `1`",
                "things == things",
                "contains(things, 'a')",
                "contains(name, `1`)",
                "length(count)",
                "length()",
                "keys(@)",
                "*",
                "`[1]`",
                "`null`",
                "'\\u2028'",
                "labels.\\\"\\\\u2028\\\"",
                "labels.\\\"\\\\ud800\\\"",
                "things[-2147483648].name",
                "things[-9999999999].name",
                "things[4294967296].name",
                "any.x"
            })
    void whatCannotBeCompiledCostsTheWaiter(String expression) {
        // Tests write double quotes as single ones; those of the expression are to stay.
        String text = expression.replace("'", "\\u0027");
        TestModels.Outcome outcome = outcome(entry(acceptor("path", "'" + text + "'", "'a'", "success")) + ",\n"
                + entry(acceptor("path", "'name'", "'a'", "success")).replace("Ready", "Other"));
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.text()).contains("SVC0603 there is no waiter Ready: path ");
            assertThat(problem.location().pointer()).endsWith("/waiters/Ready/acceptors/0/argument");
        });
        assertThat(outcome.result().model().waiters()).extracting(Waiter::name).containsExactly("Other");
    }

    @Test
    void nestingEnds() {
        assertThat(said(entry(acceptor("path", "'" + "!".repeat(500) + "ready'", "true", "success"))))
                .singleElement()
                .asString()
                .contains("more than 100 levels cannot be compiled");
    }

    @Test
    void nestingEndsAcrossPipes() {
        String pipe = " | " + "!".repeat(80) + "@";
        assertThat(said(entry(acceptor("path", "'ready" + pipe.repeat(20) + "'", "true", "success"))))
                .singleElement()
                .asString()
                .contains("SVC0603 there is no waiter Ready: path ")
                .contains("more than 100 levels cannot be compiled");
    }

    @Test
    void whatPipesMultiplyEnds() {
        assertThat(said(entry(acceptor("path", "'name" + " | (@ || @)".repeat(40) + "'", "'a'", "success"))))
                .singleElement()
                .asString()
                .contains("SVC0603 there is no waiter Ready: path ")
                .contains("more than 1000 steps cannot be compiled");
        assertThat(waiter(acceptor("path", "'name" + " | (@ || @)".repeat(7) + "'", "'a'", "success"))
                        .name())
                .isEqualTo("Ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../Evil", "a b", "1st", "", "a-b"})
    void anImplausibleNameIsAnError(String name) {
        assertThat(said(entry(acceptor("path", "'name'", "'a'", "success")).replace("'Ready'", "'" + name + "'")))
                .singleElement()
                .asString()
                .contains("SVC0203")
                .contains("cannot be the name of a waiter");
    }

    private static String acceptor(String matcher, String argument, String expected, String state) {
        return "{'matcher': '" + matcher + "'" + (argument == null ? "" : ", 'argument': " + argument)
                + ", 'expected': " + expected + ", 'state': '" + state + "'}";
    }

    private static String entry(String acceptors) {
        return "'Ready': {'operation': 'Get', 'delay': 5, 'maxAttempts': 20, 'acceptors': [" + acceptors + "]}";
    }

    private static Waiter waiter(String acceptors) {
        TestModels.Outcome outcome = outcome(entry(acceptors));
        assertThat(outcome.problems()).isEmpty();
        return outcome.result().model().waiters().get(0);
    }

    private static List<String> said(String entries) {
        return outcome(entries).problems().stream().map(Problem::text).toList();
    }

    private static TestModels.Outcome outcome(String entries) {
        return TestModels.linkWithSiblings(MODEL, null, "{'waiters': {\n" + entries + "}}");
    }

    @Test
    void aStreamHasNoValue() {
        String model = TestModels.of("""
                'Read': {'http': {'method': 'GET', 'requestUri': '/a'}, 'output': {'shape': 'Out'}}
                """, """
                'Out': {'type': 'structure', 'payload': 'events', 'members': {
                  'state': {'shape': 'Text', 'location': 'header', 'locationName': 'X-State'},
                  'events': {'shape': 'Events'}}},
                'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}}},
                'E': {'type': 'structure', 'members': {'text': {'shape': 'Text'}}},
                'Text': {'type': 'string'}
                """);
        TestModels.Outcome outcome = TestModels.linkWithSiblings(model, null, """
                {'waiters': {
                'Good': {'operation': 'Read', 'delay': 1, 'maxAttempts': 2, 'acceptors': [
                  {'matcher': 'path', 'argument': 'state', 'expected': 'done', 'state': 'success'}]},
                'Bad': {'operation': 'Read', 'delay': 1, 'maxAttempts': 2, 'acceptors': [
                  {'matcher': 'path', 'argument': 'events.e.text', 'expected': 'done', 'state': 'success'}]}}}
                """);
        assertThat(outcome.problems())
                .extracting(Problem::text)
                .containsExactly(
                        "waiters-2.json:[5,35] SVC0603 there is no waiter Bad: path 'events.e.text': 'events' is a stream, which"
                                + " has no value at /waiters/Bad/acceptors/0/argument");
        assertThat(outcome.result().model().waiters()).extracting(Waiter::name).containsExactly("Good");
    }
}
