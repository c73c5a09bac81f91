package dev.whittle.codegen.link.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.EndpointCases;
import dev.whittle.codegen.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of endpoint rules that are wrong; in the texts single quotes stand for double ones. */
class EndpointLinkerTest {
    private static final String PARAMETERS = "{'parameters': {'Region': {'type': 'string', 'builtIn': 'AWS::Region'},"
            + " 'Name': {'type': 'string', 'required': true}, 'Title': {'type': 'string'},"
            + " 'Flag': {'type': 'boolean', 'required': true, 'default': false}},\n";

    private static List<String> problems(String rules) {
        byte[] bytes = rules.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return EndpointCases.generate(bytes).problems().stream()
                .map(Problem::text)
                .toList();
    }

    /** What is said of a single condition, or of an endpoint's parts, without the place. */
    private static List<String> ofCondition(String condition) {
        return ofRules("[{'conditions': [" + condition + "], 'error': 'no'}]");
    }

    private static List<String> ofRules(String rules) {
        return problems(PARAMETERS + "'rules': " + rules + "}").stream()
                .map(text -> text.substring(text.indexOf(' ') + 1))
                .toList();
    }

    @Test
    void problemsAreShownInTheFileOfTheRules() {
        assertThat(problems(PARAMETERS + """
                'rules': [
                  {'conditions': [{'fn': 'isSat', 'argv': [{'ref': 'Region'}]}],
                   'error': 'no'}]}
                """)).containsExactly("""
                endpoint-rule-set-1.json:[3,19] SVC0502 the function 'isSat' is not known at /rules/0/conditions/0
                        hint: did you mean 'isSet'?""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'A-B': {'type': 'string'} | parameter 'A-B' has an invalid name at /parameters/A-B; use only letters, digits and underscores
            'A': {'type': 'number'} | parameter 'A' has the type 'number', which is not known at /parameters/A; known are boolean, string, stringArray
            'A': {'type': 'string', 'builtIn': 'AWS::UseFIPS'} | parameter 'A' is a string, but its built-in is a boolean at /parameters/A
            'A': {'type': 'string', 'default': true} | parameter 'A' is a string, but its default is none at /parameters/A
            'A': {'type': 'stringArray', 'default': [1]} | parameter 'A' is a list of strings, but its default is none at /parameters/A
            """)
    void parametersHaveATypeAndADefaultOfIt(String parameter, String expected) {
        assertThat(problems("{'parameters': {" + parameter + "}, 'rules': [{'error': 'no'}]}"))
                .singleElement()
                .satisfies(
                        text -> assertThat(text.substring(text.indexOf(' ') + 1).replace("\n        hint: ", "; "))
                                .isEqualTo("SVC0501 " + expected));
    }

    @Test
    void aParameterHasAType() {
        assertThat(problems("{'parameters': {'A': {}}, 'rules': [{'error': 'no'}]}"))
                .containsExactly("endpoint-rule-set-1.json:[1,22] SVC0110 parameter A has no 'type' at /parameters/A");
    }

    @Test
    void functionsAreKnown() {
        assertThat(ofCondition("{'fn': 'stringsEqual', 'argv': []}"))
                .containsExactly("SVC0502 the function 'stringsEqual' is not known at /rules/0/conditions/0\n"
                        + "        hint: did you mean 'stringEquals'?");
    }

    @Test
    void referencesLeadToValues() {
        assertThat(ofCondition("{'fn': 'isSet', 'argv': [{'ref': 'region'}]}"))
                .containsExactly("SVC0503 there is no value 'region' here at /rules/0/conditions/0/argv/0\n"
                        + "        hint: did you mean 'Region'?");
        assertThat(ofRules("[{'conditions': [], 'error': 'in {Nome}'}]"))
                .containsExactly("SVC0503 there is no value 'Nome' here at /rules/0/error\n"
                        + "        hint: did you mean 'Name'?");
    }

    @Test
    void whatARuleAssignsIsNotSeenInTheNext() {
        assertThat(ofRules("[{'conditions': [{'fn': 'parseURL', 'argv': [{'ref': 'Name'}], 'assign': 'url'}],"
                        + " 'error': '{url#path}'}, {'conditions': [], 'error': '{url#path}'}]"))
                .containsExactly("SVC0503 there is no value 'url' here at /rules/1/error\n"
                        + "        hint: there are Region, Name, Title, Flag");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'fn': 'not', 'argv': []} | 'not' has 0, but takes 1 argument at /rules/0/conditions/0
            {'fn': 'coalesce', 'argv': ['a']} | 'coalesce' has 1, but takes at least 2 arguments at /rules/0/conditions/0
            {'fn': 'not', 'argv': ['a']} | argument 1 of 'not' is a string, expected a boolean at /rules/0/conditions/0/argv/0
            {'fn': 'substring', 'argv': [{'ref': 'Name'}, 0, 'b', true]} | argument 3 of 'substring' is a string, expected an integer at /rules/0/conditions/0/argv/2
            {'fn': 'ite', 'argv': [true, 'a', 1]} | argument 3 of 'ite' is an integer, but another is a string at /rules/0/conditions/0/argv/2
            {'fn': 'split', 'argv': ['a', '', 0]} | 'split' needs a delimiter that is not empty at /rules/0/conditions/0/argv/1
            {'fn': 'getAttr', 'argv': [{'ref': 'Name'}, true]} | the path of 'getAttr' is not a string at /rules/0/conditions/0/argv/1
            {'fn': 'stringEquals', 'argv': [{'ref': 'Title'}, 'a']} | argument 1 of 'stringEquals' may be missing here at /rules/0/conditions/0/argv/0; test it with isSet first, or assign it to a name in a condition
            """)
    void argumentsFitTheirFunctions(String condition, String expected) {
        assertThat(ofCondition(condition))
                .extracting(text -> text.replace("\n        hint: ", "; "))
                .containsExactly("SVC0504 " + expected);
    }

    @ParameterizedTest
    @CsvSource({"'{Name'", "'Name}'", "'{}'", "'{{Name}'"})
    void bracesEncloseNames(String text) {
        assertThat(ofRules("[{'conditions': [], 'error': '" + text + "'}]"))
                .containsExactly("SVC0505 the braces of '" + text + "' do not enclose names at /rules/0/error\n"
                        + "        hint: write a literal brace twice");
    }

    @Test
    void valuesHaveTheTypeThatIsWanted() {
        assertThat(ofRules("[{'conditions': [], 'error': {'ref': 'Flag'}}]"))
                .containsExactly("SVC0506 the error is a boolean, expected a string at /rules/0/error");
        assertThat(ofRules("[{'conditions': [], 'error': '{Flag}'}]"))
                .containsExactly("SVC0506 {Flag} is a boolean, expected a string at /rules/0/error");
        assertThat(ofRules("[{'conditions': [], 'endpoint': {'url': 'https://{Title}'}}]"))
                .containsExactly("SVC0506 {Title} is a string that may be missing here at /rules/0/endpoint/url\n"
                        + "        hint: test it with isSet first");
        assertThat(ofRules("[{'conditions': [], 'error': ['a']}]"))
                .containsExactly("SVC0506 a list cannot be a value of a rule at /rules/0/error");
        assertThat(ofRules("[{'conditions': [], 'endpoint': {'url': 'https://a', 'headers': {'a b': ['c']}}}]"))
                .containsExactly("SVC0506 'a b' is not the name of a header at /rules/0/endpoint/headers/a b/0");
        assertThat(ofRules("[{'conditions': [], 'endpoint': {'url': 'https://a', 'properties':"
                        + " {'authSchemes': [{'name': 'sigv4', 'signingRegion': true}]}}}]"))
                .containsExactly("SVC0506 the signing region is a boolean, expected a string at"
                        + " /rules/0/endpoint/properties/authSchemes/0/signingRegion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{'ref': 'Name'}, 'part'` | a string has no part 'part'
            `{'ref': 'Name'}, '[0]'` | a string has no elements
            `{'fn': 'aws.partition', 'argv': [{'ref': 'Name'}]}, 'supportsFips'` | a partition has no part 'supportsFips'; did you mean 'supportsFIPS'?
            `{'fn': 'aws.parseArn', 'argv': [{'ref': 'Name'}]}, 'service'` | an ARN that may be missing has no parts; assign it to a name in a separate condition first
            `{'fn': 'split', 'argv': [{'ref': 'Name'}, '.', 0]}, '[one]'` | '[one]' is not an index
            """)
    void partsAreThere(String arguments, String expected) {
        assertThat(ofCondition("{'fn': 'getAttr', 'argv': [" + arguments + "]}"))
                .singleElement()
                .satisfies(text -> assertThat(text.replace(" at /rules/0/conditions/0/argv/1", "")
                                .replace("\n        hint: ", "; "))
                        .isEqualTo("SVC0507 " + expected));
    }

    @Test
    void aNameIsGivenOnce() {
        String url = "{'fn': 'parseURL', 'argv': [{'ref': 'Name'}], 'assign': '";
        assertThat(ofCondition(url + "the_url'}, " + url + "theUrl'}"))
                .containsExactly("SVC0508 'theUrl' is the name of a value already at /rules/0/conditions/1/assign");
        assertThat(ofCondition(url + "Name'}"))
                .containsExactly("SVC0508 'Name' is the name of a value already at /rules/0/conditions/0/assign");
        assertThat(ofCondition(url + "a-b'}"))
                .containsExactly("SVC0508 'a-b' cannot be the name of a value at /rules/0/conditions/0/assign\n"
                        + "        hint: use only letters, digits and underscores");
    }

    @Test
    void aRuleLeadsSomewhere() {
        assertThat(ofRules("[]")).containsExactly("SVC0509 there are no endpoint rules at /rules");
        assertThat(ofRules("[{'conditions': []}]"))
                .containsExactly("SVC0509 the rule has neither an endpoint nor an error nor rules at /rules/0");
        assertThat(ofRules("[{'conditions': [], 'error': 'a', 'rules': [{'error': 'b'}]}]"))
                .containsExactly("SVC0509 the rule has more than one of endpoint, error and rules at /rules/0");
        assertThat(ofRules("[{'conditions': [], 'rules': []}]"))
                .containsExactly("SVC0509 the tree has no rules at /rules/0");
    }

    @Test
    void theUrlIsOneOfAServer() {
        assertThat(ofRules("[{'conditions': [], 'endpoint': {'url': 'ftp://{Name}'}}]"))
                .containsExactly("SVC0510 the URL 'ftp://' begins with neither https:// nor http:// at"
                        + " /rules/0/endpoint/url");
        assertThat(ofRules("[{'conditions': [], 'endpoint': {}}]"))
                .containsExactly("SVC0110 an endpoint has no 'url' at /rules/0/endpoint");
    }

    @Test
    void treesAreNotEndlesslyDeep() {
        String inner = "{'error': 'no'}";
        for (int i = 0; i < 65; i++) {
            inner = "{'rules': [" + inner + "]}";
        }
        assertThat(ofRules("[" + inner + "]"))
                .containsExactly("SVC0511 endpoint rules are nested more than 64 levels deep at "
                        + "/rules/0".repeat(65).substring(0, 300) + "…");
    }

    @Test
    void rulesFitIntoAClass() {
        String rule = "{'conditions': [{'fn': 'stringEquals', 'argv': [{'ref': 'Name'}, 'a']}], 'error': 'no'},";
        assertThat(ofRules("[" + rule.repeat(20_000) + "{'error': 'no'}]"))
                .containsExactly(
                        "SVC0511 there are 20001 endpoint rules, more than the 20000 that are supported at /rules");
        String condition = "{'fn': 'stringEquals', 'argv': [{'ref': 'Name'}, 'a']},";
        assertThat(ofCondition(condition.repeat(100) + condition.substring(0, condition.length() - 1)))
                .containsExactly(
                        "SVC0511 the rule has 101 conditions, more than the 100 that can be nested at" + " /rules/0");
    }

    @Test
    void textsCanBeWrittenInJava() {
        assertThat(ofRules("[{'error': '" + "a".repeat(21_846) + "'}]"))
                .containsExactly(
                        "SVC0511 a text of the endpoint rules has 21846 characters, more than the 21845 of a constant"
                                + " at /rules/0/error");
        assertThat(ofRules("[{'error': '\\ud800'}]"))
                .containsExactly("SVC0511 a text of the endpoint rules holds half a surrogate pair or a line separator,"
                        + " which no source can hold at /rules/0/error");
    }

    @Test
    void aRuleSetHasParametersAndRules() {
        assertThat(problems("{}"))
                .containsExactly(
                        "endpoint-rule-set-1.json SVC0110 the rule set has no 'parameters'",
                        "endpoint-rule-set-1.json SVC0110 the rule set has no 'rules'");
        assertThat(ofRules("[{'error': null}]"))
                .contains("SVC0109 'error' is null, which a value of a rule cannot be at /rules/0/error");
        assertThat(ofRules("[{'error': {}}]"))
                .contains("SVC0110 a value that is an object and not a reference has no 'fn' at /rules/0/error");
    }
}
