package dev.whittle.codegen.link.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of values for endpoint rules that are wrong; in the texts single quotes stand for double ones. */
class ContextLinkerTest {
    private static final String RULES = "{'parameters': {'Flag': {'type': 'boolean'}, 'Text': {'type': 'string'},"
            + " 'text': {'type': 'string'}, 'Texts': {'type': 'stringArray'}}, 'rules': [{'error': 'no'}]}";

    private static List<String> problems(String client, String operation, String member) {
        String model = new TinyModel()
                .operation(
                        "Get",
                        "'http':{'method':'POST','requestUri':'/'},'input':{'shape':'In'},'staticContextParams':{"
                                + operation + "}")
                .shape("In", "'type':'structure','members':{'m':{'shape':'Text'" + member + "}}")
                .text()
                .replaceFirst("\\{", "{'clientContextParams':{" + client + "},");
        ModelSource source = new ModelSource("service-2.json", bytes(model), null, null, bytes(RULES));
        return Generation.of(source, Generation.PACKAGE).problems().stream()
                .map(Problem::text)
                .map(text -> text.substring(text.indexOf(' ') + 1))
                .toList();
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Flag': {'type': 'string'} | SVC0512 client context parameter 'Flag' has the type 'string', but the endpoint rules take a boolean at /clientContextParams/Flag
            'Flag': {'type': 'flag'} | SVC0512 client context parameter 'Flag' has the type 'flag', but the endpoint rules take a boolean at /clientContextParams/Flag
            'Flag': {} | SVC0110 client context parameter Flag has no 'type' at /clientContextParams/Flag
            'Flag': {'type': 1} | SVC0109 'type' is an integer, expected a string at /clientContextParams/Flag/type
            'Flag': 'boolean' | SVC0109 'Flag' is a string, expected an object at /clientContextParams/Flag
            'Text': {'type': 'string'}, 'text': {'type': 'string'} | SVC0303 client context parameters 'Text' and 'text' would both be text() at /clientContextParams/text
            """)
    void clientsGiveWhatTheRulesTake(String client, String expected) {
        assertThat(problems(client, "", ""))
                .singleElement()
                .satisfies(text -> assertThat(text.lines().findFirst()).hasValue(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Flag': {'value': 'true'} | SVC0512 static context parameter 'Flag' is a string, but the endpoint rules take a boolean at /operations/Get/staticContextParams/Flag/value
            'Text': {'value': ['a']} | SVC0512 static context parameter 'Text' is a list of strings, but the endpoint rules take a string at /operations/Get/staticContextParams/Text/value
            'Text': {} | SVC0110 static context parameter Text has no 'value' at /operations/Get/staticContextParams/Text
            'Text': {'value': 1} | SVC0109 'value' is an integer, expected a string at /operations/Get/staticContextParams/Text/value
            'Text': true | SVC0109 'Text' is a boolean, expected an object at /operations/Get/staticContextParams/Text
            """)
    void operationsGiveWhatTheRulesTake(String operation, String expected) {
        assertThat(problems("", operation, "")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name': 'Flag'} | SVC0512 member 'm' is a string, but the parameter 'Flag' of the endpoint rules is a boolean at /shapes/In/members/m
            {} | SVC0110 the context parameter of a member has no 'name' at /shapes/In/members/m/contextParam
            'Flag' | SVC0109 'contextParam' is a string, expected an object at /shapes/In/members/m/contextParam
            """)
    void membersGiveWhatTheRulesTake(String member, String expected) {
        assertThat(problems("", "", ",'contextParam':" + member)).containsExactly(expected);
    }

    @Test
    void aTextThatNoConstantHoldsIsRefused() {
        char[] text = new char[21_846];
        Arrays.fill(text, 'x');
        assertThat(problems("", "'Text': {'value': '" + new String(text) + "'}", ""))
                .containsExactly("SVC0511 a text of the endpoint rules has 21846 characters, more than the 21845 of a"
                        + " constant at /operations/Get/staticContextParams/Text/value");
    }

    @Test
    void whatTheRulesDoNotAskForIsPassedOver() {
        assertThat(problems("'A': {'type': 'string'}", "'B': {'value': 'b'}", ",'contextParam':{'name':'C'}"))
                .isEmpty();
    }
}
