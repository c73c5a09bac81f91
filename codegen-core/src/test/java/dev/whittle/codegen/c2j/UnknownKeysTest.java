package dev.whittle.codegen.c2j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that were probably meant to be others are told, whatever they are called; traits that are not known are not. */
class UnknownKeysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'outputs': {'shape': 'S'} | 'outputs' is not a key of an operation | did you mean 'output'?",
                "'readOnly': true | 'readOnly' is not a key of an operation | did you mean 'readonly'?",
                "'exceptions': [] | 'exceptions' is not a key of an operation | did you mean 'errors'?",
                "'requestUri': '/' | 'requestUri' is not a key of an operation | it belongs to 'http' of an operation",
                "'hostPrefix': 'a.' | 'hostPrefix' is not a key of an operation | it belongs to 'endpoint' of an"
                        + " operation",
                "'requestUrl': '/' | 'requestUrl' is not a key of an operation | did you mean 'requestUri'? It belongs"
                        + " to 'http' of an operation",
                "'description': 'd' | 'description' is not a key of an operation | did you mean 'documentation'?",
                "'httpMethod': 'GET' | 'httpMethod' is not a key of an operation | did you mean 'method'? It belongs to"
                        + " 'http' of an operation",
                "'path': '/' | 'path' is not a key of an operation | did you mean 'requestUri'? It belongs to 'http' of"
                        + " an operation",
                "'pagination': {} | 'pagination' is not a key of an operation | it belongs to the paginators",
            })
    void ofAnOperation(String fields, String message, String hint) {
        assertThat(warnings("{'metadata': {}, 'operations': {'Do': {" + fields + "}}, 'shapes': {}}"))
                .containsExactly("operation Do: " + message + " (" + hint + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'required': true | 'required' | a structure lists the names of its required members: \"required\":"
                        + " [\"name\"]",
                "'Required': true | 'Required' | a structure lists the names of its required members: \"required\":"
                        + " [\"name\"]",
                "'nullable': true | 'nullable' | a structure lists the names of its required members: \"required\":"
                        + " [\"name\"]",
                "'idempotencyTokn': true | 'idempotencyTokn' | did you mean 'idempotencyToken'?",
                "'locationname': 'n' | 'locationname' | did you mean 'locationName'?",
                "'format': 'date-time' | 'format' | did you mean \"timestampFormat\": \"iso8601\"?",
                "'in': 'query' | 'in' | did you mean 'location'?",
                "'httpStatusCode': 404 | 'httpStatusCode' | it belongs to 'error' of a structure",
                "'members': {} | 'members' | it belongs to a structure",
            })
    void ofAMember(String field, String key, String hint) {
        assertThat(shape("'type': 'structure', 'members': {'m': {'shape': 'S', " + field + "}}"))
                .containsExactly("member m of shape S: " + key + " is not a key of a member (" + hint + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'type': 'structure', 'member': {'shape': 'S'} | 'member' is not a key of a structure | did you mean"
                        + " 'members'?",
                "'type': 'structure', 'properties': {} | 'properties' is not a key of a structure | did you mean"
                        + " 'members'?",
                "'type': 'structure', 'requierd': ['a'] | 'requierd' is not a key of a structure | did you mean"
                        + " 'required'?",
                "'type': 'structure', 'httpStatusCode': 404 | 'httpStatusCode' is not a key of a structure | it belongs"
                        + " to 'error' of a structure",
                "'type': 'structure', 'idempotencyToken': true | 'idempotencyToken' is not a key of a structure | it"
                        + " belongs to a member",
                "'type': 'list', 'member': {'shape': 'S'}, 'members': {} | 'members' is not a key of a list | did you"
                        + " mean 'member'?",
                "'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'S'}, 'values': {} | 'values' is not a key of"
                        + " a map | did you mean 'value'?",
                "'type': 'string', 'enums': ['a'] | 'enums' is not a key of a string | did you mean 'enum'?",
                "'type': 'string', 'values': ['a'] | 'values' is not a key of a string | did you mean 'enum'?",
                "'type': 'structure', 'statusCode': 404 | 'statusCode' is not a key of a structure | did you mean"
                        + " 'httpStatusCode'? It belongs to 'error' of a structure",
                "'type': 'integer', 'enum': ['1'] | 'enum' is not a key of a shape | it belongs to a string",
                "'type': 'timestamp', 'format': 'date-time' | 'format' is not a key of a shape | did you mean"
                        + " \"timestampFormat\": \"iso8601\"?",
                "'type': 'string', 'format': 'date-time' | 'format' is not a key of a string | give it \"type\":"
                        + " \"timestamp\" and \"timestampFormat\": \"iso8601\"",
                "'type': 'structure', 'exception': true, 'error': {'status': 404} | 'status' is not a key of 'error' of"
                        + " a structure | did you mean 'httpStatusCode'?",
            })
    void ofAShape(String fields, String message, String hint) {
        String owner = fields.contains("status'") ? "the error of shape S" : "shape S";
        assertThat(shape(fields)).containsExactly(owner + ": " + message + " (" + hint + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'metadata': {'serviceID': 'x'} | the metadata: 'serviceID' is not a key of 'metadata' | did you mean"
                        + " 'serviceId'?",
                "'metadata': {'endpoint': 'x'} | the metadata: 'endpoint' is not a key of 'metadata' | did you mean"
                        + " 'globalEndpoint'?",
                "'metadata': {}, 'serviceId': 'x' | the model: 'serviceId' is not a key of the model | it belongs to"
                        + " 'metadata'",
                "'metadata': {'authType': 'x'} | the metadata: 'authType' is not a key of 'metadata' | did you mean"
                        + " 'auth'?",
                "'metadata': {}, 'pagination': {} | the model: 'pagination' is not a key of the model | it belongs to the"
                        + " paginators",
                "'metadata': {}, 'waiters': {} | the model: 'waiters' is not a key of the model | it belongs to the"
                        + " waiters",
                "'metadata': {}, 'operation': {} | the model: 'operation' is not a key of the model | did you mean"
                        + " 'operations'?",
            })
    void ofTheModel(String fields, String message, String hint) {
        assertThat(warnings("{" + fields + ", 'operations': {}, 'shapes': {}}"))
                .containsExactly(message + " (" + hint + ")");
    }

    @Test
    void ofSiblings() {
        String model = "{'metadata': {}, 'operations': {}, 'shapes': {}}";
        Problems problems = read(
                model,
                "{'pagination': {'List': {'inputToken': 'a', 'output_token': 'b'}}}",
                "{'version': 2, 'waiters': {'Done': {'operation': 'Get', 'delay': 1, 'maxAttempt': 3, 'maxAttempts': 3,"
                        + " 'acceptors': []}}}");
        assertThat(problems.all().stream().map(Problem::text))
                .containsExactly(
                        "paginators-1.json:[1,40] SVC0112 the paginator of List: 'inputToken' is not a key of a paginator at"
                                + " /pagination/List/inputToken\n        hint: did you mean 'input_token'?",
                        "waiters-2.json:[1,83] SVC0112 waiter Done: 'maxAttempt' is not a key of a waiter at"
                                + " /waiters/Done/maxAttempt\n        hint: did you mean 'maxAttempts'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-internal", "team", "$comment", "taggable", "rateLimit"})
    void traitsThatAreNotKnownArePassedOver(String key) {
        String trait = ", '" + key + "': {}";
        assertThat(warnings("{'metadata': {'apiVersion': ''" + trait + "}, 'operations': {'Do': {'name': 'Do'" + trait
                        + "}}, 'shapes': {'S': {'type': 'structure', 'members': {'m': {'shape': 'S'" + trait + "}}"
                        + trait + "}}" + trait + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'auth': ['bearer'] | 'auth' lists 'bearer', expected the id of a trait | smithy.api#httpBearerAuth",
                "'auth': ['smithy.api#httpBearer'] | 'auth' lists 'smithy.api#httpBearer', which does not exist |"
                        + " smithy.api#httpBearerAuth",
                "'auth': ['smithy.api#apiKey'] | 'auth' lists 'smithy.api#apiKey', which does not exist |"
                        + " smithy.api#httpApiKeyAuth",
                "'auth': ['aws.auth#sigv5'] | 'auth' lists 'aws.auth#sigv5', which does not exist | aws.auth#sigv4",
            })
    void authenticationThatDoesNotExistIsRefused(String field, String message, String near) {
        for (String model : List.of(
                "{'metadata': {" + field + "}, 'operations': {}, 'shapes': {}}",
                "{'metadata': {}, 'operations': {'Do': {" + field + "}}, 'shapes': {}}")) {
            List<Problem> problems = read(model, null, null).all();
            assertThat(problems).extracting(Problem::severity).containsExactly(Severity.ERROR);
            assertThat(problems).extracting(Problem::message).containsExactly(message);
            assertThat(problems.get(0).hint())
                    .isEqualTo("did you mean '" + near + "'? there are aws.auth#sigv4, aws.auth#sigv4a,"
                            + " smithy.api#httpBearerAuth, smithy.api#httpBasicAuth, smithy.api#httpApiKeyAuth,"
                            + " smithy.api#httpDigestAuth, smithy.api#noAuth, smithy.api#optionalAuth; an id of your own"
                            + " is a namespace, a hash and a name: com.example#stampAuth");
        }
    }

    @Test
    void aSignatureThatDoesNotExistIsRefused() {
        String model = "{'metadata': {'signatureVersion': 'basic'}, 'operations': {'Do': {'authtype': 'nonee'}},"
                + " 'shapes': {}}";
        assertThat(read(model, null, null).all())
                .extracting(problem -> problem.code() + " " + problem.message())
                .containsExactly(
                        "SVC0111 'signatureVersion' is 'basic', which is not known",
                        "SVC0111 'authtype' is 'nonee', which is not known");
        assertThat(read(model, null, null).all().get(0).hint()).contains("smithy.api#httpBasicAuth");
    }

    private static List<String> shape(String fields) {
        return warnings("{'metadata': {}, 'operations': {}, 'shapes': {'S': {" + fields + "}}}");
    }

    private static List<String> warnings(String model) {
        List<Problem> problems = read(model, null, null).all();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.FIELD_UNKNOWN);
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        });
        return problems.stream()
                .map(problem -> problem.message() + " (" + problem.hint() + ")")
                .toList();
    }

    private static Problems read(String model, String paginators, String waiters) {
        ModelSource source = new ModelSource("service-2.json", bytes(model), bytes(paginators), bytes(waiters), null);
        Problems problems = new Problems(new ModelLocator(source), new C2jDialect());
        C2jReader.read(source, problems);
        return problems;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
