package dev.whittle.codegen.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.model.Pagination;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaginationLinkerTest {
    private static final String MODEL = TestModels.of("""
            'List': {'http': {'method': 'POST', 'requestUri': '/'}, 'input': {'shape': 'In'}, 'output': {'shape': 'Out'}}
            """, """
            'In': {'type': 'structure', 'members': {
              'token': {'shape': 'Text'}, 'other': {'shape': 'Text'}, 'limit': {'shape': 'Number'}}},
            'Out': {'type': 'structure', 'members': {
              'next': {'shape': 'Text'}, 'count': {'shape': 'Number'}, 'page': {'shape': 'Page'}}},
            'Page': {'type': 'structure', 'members': {'items': {'shape': 'Texts'}, 'more': {'shape': 'Flag'}}},
            'Texts': {'type': 'list', 'member': {'shape': 'Text'}},
            'Text': {'type': 'string'}, 'Number': {'type': 'integer'}, 'Flag': {'type': 'boolean'}
            """);

    @Test
    void readsAnEntry() {
        Pagination pagination = pagination("'input_token': ['token'], 'output_token': ['next'], 'limit_key': 'limit',"
                + " 'more_results': 'page.more', 'result_key': ['count', 'page.items']");

        assertThat(pagination.tokens()).hasSize(1);
        assertThat(pagination.tokens().get(0).input().name()).isEqualTo("token");
        assertThat(pagination.limit().name()).isEqualTo("limit");
        assertThat(pagination.more()).isNotNull();
        assertThat(((Path.Field) pagination.items()).member().name()).isEqualTo("items");
        assertThat(pagination.inferred()).isFalse();
    }

    @Test
    void anEntryWithoutTokensIsOnePage() {
        assertThat(outcome("'List': {'result_key': 'page.items'}").problems()).isEmpty();
        assertThat(outcome("'List': {'result_key': 'page.items'}")
                        .result()
                        .model()
                        .paginations())
                .isEmpty();
    }

    @Test
    void streamsHaveNoPages() {
        String model = TestModels.of("""
                'Read': {'http': {'method': 'POST', 'requestUri': '/a'}, 'input': {'shape': 'In'}, 'output': {'shape': 'Out'}},
                'Dump': {'http': {'method': 'POST', 'requestUri': '/b'}, 'input': {'shape': 'In'}, 'output': {'shape': 'Out'}}
                """, """
                'In': {'type': 'structure', 'members': {'nextToken': {'shape': 'Text'}}},
                'Out': {'type': 'structure', 'payload': 'body', 'members': {
                  'nextToken': {'shape': 'Text', 'location': 'header', 'locationName': 'X-Next'},
                  'names': {'shape': 'Texts', 'location': 'header', 'locationName': 'X-Names'},
                  'body': {'shape': 'Body'}}},
                'Texts': {'type': 'list', 'member': {'shape': 'Text'}},
                'Text': {'type': 'string'},
                'Body': {'type': 'blob', 'streaming': true}
                """);
        TestModels.Outcome outcome = TestModels.linkWithSiblings(
                model, "{'pagination': {'Read': {'input_token': 'nextToken', 'output_token': 'nextToken'}}}", null);
        assertThat(outcome.problems())
                .extracting(Problem::text)
                .containsExactly(
                        "paginators-1.json:[1,25] SVC0612 operation Read gets no paginator: a stream is part of its input or"
                                + " output at /pagination/Read");
        assertThat(outcome.result().model().paginations()).isEmpty();
    }

    @Test
    void whatIsSaidOfAnOperationThatIsNotThereIsPassedOver() {
        assertThat(outcome("'Gone': {'input_token': 'x', 'output_token': 'y'}").problems())
                .isEmpty();
    }

    @Test
    void anUnknownMemberOfTheInputCostsThePaginator() {
        assertThat(said("'input_token': 'tokn', 'output_token': 'next', 'limit_key': 'limt'"))
                .containsExactly("""
                        paginators-1.json:[2,25] SVC0611 operation List gets no paginator: its input has no member 'tokn' at /pagination/List/input_token
                                hint: did you mean 'token'?""", """
                        paginators-1.json:[2,70] SVC0611 operation List gets no paginator: its input has no member 'limt' at /pagination/List/limit_key
                                hint: did you mean 'limit'?""");
    }

    @Test
    void anUnknownMemberOfTheOutputCostsThePaginator() {
        assertThat(said("'input_token': 'token', 'output_token': 'page.nxt', 'result_key': ['page.itms'],"
                        + " 'non_aggregate_keys': ['cont']"))
                .containsExactly("""
                        paginators-1.json:[2,50] SVC0602 operation List gets no paginator: path 'page.nxt': Page has no member 'nxt' at /pagination/List/output_token
                                hint: members are items, more""", """
                        paginators-1.json:[2,77] SVC0602 operation List gets no paginator: path 'page.itms': Page has no member 'itms' at /pagination/List/result_key/0
                                hint: did you mean 'items'?""", """
                        paginators-1.json:[2,114] SVC0602 path 'cont': ListResponse has no member 'cont' at /pagination/List/non_aggregate_keys/0
                                hint: did you mean 'count'?""");
    }

    @Test
    void aPathThatIsNoneCostsThePaginator() {
        assertThat(said("'input_token': 'token', 'output_token': 'next..'"))
                .singleElement()
                .asString()
                .startsWith(
                        "paginators-1.json:[2,50] SVC0601 operation List gets no paginator: path 'next..' is not JMESPath: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'input_token': 'tokn', 'output_token': 'next'",
                "'input_token': 'token', 'output_token': 'nxt'",
                "'input_token': 'token', 'output_token': 'next..'",
                "'input_token': 'token', 'output_token': 'next', 'result_key': 'page.itms'",
                "'input_token': 'token', 'output_token': 'next', 'more_results': 'page.mor'",
                "'input_token': 'token', 'output_token': 'next', 'limit_key': 'limt'"
            })
    void whatIsWrongWithAnEntryCostsThePaginatorOnly(String entry) {
        TestModels.Outcome outcome = outcome("'List': {" + entry + "}");
        assertThat(outcome.problems())
                .singleElement()
                .extracting(Problem::severity)
                .isEqualTo(Severity.WARNING);
        assertThat(outcome.result().model().operations()).isNotEmpty();
        assertThat(outcome.result().model().paginations()).isEmpty();
    }

    @Test
    void aPathThatCannotBeCompiledCostsThePaginator() {
        assertThat(said("'input_token': 'token', 'output_token': 'next', 'result_key': 'page.items[0:2]'"))
                .containsExactly(
                        "paginators-1.json:[2,72] SVC0603 operation List gets no paginator: path 'page.items[0:2]': a"
                                + " slice cannot be compiled at /pagination/List/result_key");
        TestModels.Outcome outcome = outcome("'List': {'input_token': 'token', 'output_token': 'to_string(count)'}");
        assertThat(outcome.problems()).hasSize(1);
        assertThat(outcome.result().model().paginations()).isEmpty();
    }

    @Test
    void whatIsNotUsedNeedsNotBeCompiled() {
        assertThat(pagination(
                        "'input_token': 'token', 'output_token': 'next', 'non_aggregate_keys': ['page.items[0:2]']"))
                .isNotNull();
    }

    @Test
    void aTokenMayBeOneOfTwo() {
        Pagination pagination = pagination(
                "'input_token': 'token', 'output_token': 'next || page.items[-1]', 'result_key': 'page.items[]'");
        assertThat(pagination.tokens().get(0).output()).isInstanceOf(Path.Or.class);
        assertThat(pagination.items()).isInstanceOf(Path.Projection.class);
    }

    @Test
    void anEntryThatCannotBeUsedIsAWarning() {
        assertThat(said("'input_token': ['token', 'other'], 'output_token': 'next'"))
                .containsExactly(
                        "paginators-1.json:[2,9] SVC0612 operation List gets no paginator: it names 2 of input_token"
                                + " and 1 of output_token at /pagination/List");
        assertThat(said("'input_token': 'token', 'output_token': 'count'"))
                .containsExactly(
                        "paginators-1.json:[2,50] SVC0612 operation List gets no paginator: output token 'count' and"
                                + " input token 'token' are of different types at /pagination/List/output_token");
        assertThat(said("'input_token': 'token', 'output_token': 'next', 'more_results': 'count'"))
                .containsExactly(
                        "paginators-1.json:[2,74] SVC0612 operation List gets no paginator: 'count', which says whether"
                                + " there is more, is not a boolean at /pagination/List/more_results");
    }

    @Test
    void aFieldOfTheWrongTypeIsAnError() {
        assertThat(said("'input_token': 5, 'output_token': ['next', {}]"))
                .containsExactly(
                        "paginators-1.json:[2,25] SVC0109 'input_token' is an integer, expected a string at /pagination/List/input_token",
                        "paginators-1.json:[2,53] SVC0109 element 1 of 'output_token' is an object, expected a string at"
                                + " /pagination/List/output_token/1");
    }

    @ParameterizedTest
    @CsvSource({
        "nextToken, nextToken, true",
        "NextToken, NextToken, true",
        "marker, marker, true",
        "ContinuationToken, ContinuationToken, true",
        "nextToken, NextToken, false",
        "clientToken, clientToken, false",
        "token, token, false",
        "Marker, NextMarker, false"
    })
    void tokensAreKnownByTheirName(String input, String output, boolean inferred) {
        assertThat(infers(
                        "'" + input + "': {'shape': 'Text'}",
                        "'" + output + "': {'shape': 'Text'}, 'items': {'shape': 'Texts'}",
                        ""))
                .isEqualTo(inferred);
    }

    @Test
    void inferenceNeedsAnOptionalStringAndOneCollection() {
        String token = "'nextToken': {'shape': 'Text'}";
        String items = "'items': {'shape': 'Texts'}";
        assertThat(infers(token, token + ", " + items, "")).isTrue();
        assertThat(infers(token, token + ", 'map': {'shape': 'Map'}", "")).isTrue();
        assertThat(infers(token, token, "")).isFalse();
        assertThat(infers(token, token + ", " + items + ", 'more': {'shape': 'Texts'}", ""))
                .isFalse();
        assertThat(infers(token, token + ", " + items, ", 'required': ['nextToken']"))
                .isFalse();
        assertThat(infers(token, "'nextToken': {'shape': 'Number'}, " + items, ""))
                .isFalse();
        assertThat(infers("'nextToken': {'shape': 'Number'}", token + ", " + items, ""))
                .isFalse();
        assertThat(infers(token + ", 'marker': {'shape': 'Text'}", token + ", " + items, ""))
                .isFalse();
    }

    @Test
    void anEchoedTokenIsNotTaken() {
        assertThat(infers(
                        "'marker': {'shape': 'Text'}",
                        "'marker': {'shape': 'Text'}, 'nextMarker': {'shape': 'Number'}, 'items': {'shape': 'Texts'}",
                        ""))
                .isFalse();
    }

    private static boolean infers(String input, String output, String required) {
        String model = TestModels.of(
                """
                'List': {'http': {'method': 'POST', 'requestUri': '/'}, 'input': {'shape': 'In'}, 'output': {'shape': 'Out'}}
                """,
                "'In': {'type': 'structure', 'members': {" + input + "}}, 'Out': {'type': 'structure', 'members': {"
                        + output + "}" + required + "}, 'Texts': {'type': 'list', 'member': {'shape': 'Text'}},"
                        + " 'Map': {'type': 'map', 'key': {'shape': 'Text'}, 'value': {'shape': 'Text'}},"
                        + " 'Text': {'type': 'string'}, 'Number': {'type': 'integer'}");
        List<Pagination> found =
                List.copyOf(TestModels.linked(model).paginations().values());
        assertThat(found).allMatch(Pagination::inferred);
        return !found.isEmpty();
    }

    private static Pagination pagination(String entry) {
        TestModels.Outcome outcome = outcome("'List': {" + entry + "}");
        assertThat(outcome.problems()).isEmpty();
        return outcome.result().model().paginations().get("List");
    }

    private static List<String> said(String entry) {
        return outcome("'List': {" + entry + "}").problems().stream()
                .map(Problem::text)
                .toList();
    }

    private static TestModels.Outcome outcome(String entries) {
        return TestModels.linkWithSiblings(MODEL, "{'pagination': {\n" + entries + "}}", null);
    }
}
