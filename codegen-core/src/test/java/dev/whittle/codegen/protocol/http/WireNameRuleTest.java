package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class WireNameRuleTest {
    @Test
    void headersAndParametersHaveOneMemberEach() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'a': {'shape': 'S', 'location': 'header', 'locationName': 'X-Id'},
                  'b': {'shape': 'S', 'location': 'header', 'locationName': 'x-id'},
                  'c': {'shape': 'S', 'location': 'querystring', 'locationName': 'id'},
                  'd': {'shape': 'S', 'location': 'querystring', 'locationName': 'id'},
                  'e': {'shape': 'S', 'location': 'querystring', 'locationName': 'ID'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,8] SVC0427 member 'b' of In is bound to the header 'x-id', and so is member 'a' at /shapes/In/members/b",
                        "service-2.json:[6,8] SVC0427 member 'd' of In is bound to the query parameter 'id', and so is member 'c' at /shapes/In/members/d");
    }

    @Test
    void propertiesHaveOneMemberEach() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'a': {'shape': 'S', 'locationName': 'x'},
                  'b': {'shape': 'S', 'location': 'header', 'locationName': 'x'},
                  'c': {'shape': 'S', 'location': 'querystring', 'locationName': 'x'},
                  'x': {'shape': 'S'},
                  'part': {'shape': 'Part'}, 'either': {'shape': 'Either'}}},
                'Part': {'type': 'structure', 'members': {
                  'd': {'shape': 'S', 'locationName': 'y'},
                  'e': {'shape': 'S', 'locationName': 'y'},
                  'k': {'shape': 'S', 'location': 'header', 'locationName': 'y'}}},
                'Either': {'type': 'structure', 'union': true, 'members': {
                  'f': {'shape': 'S', 'locationName': 'g'}, 'g': {'shape': 'S', 'locationName': 'f'},
                  'h': {'shape': 'S', 'locationName': 'f'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .extracting(problem -> problem.replaceFirst(".* SVC", "SVC"))
                .containsExactlyInAnyOrder(
                        "SVC0427 member 'x' of In is bound to the property 'x', and so is member 'a' at /shapes/In/members/x",
                        "SVC0427 member 'e' of Part is bound to the property 'y', and so is member 'd' at /shapes/Part/members/e",
                        "SVC0427 member 'h' of Either is bound to the property 'f', and so is member 'g' at /shapes/Either/members/h");
    }

    /** What is bound to a part of requests is a property of a response, under the name of the member. */
    @Test
    void partsOfRequestsArePropertiesOfResponses() {
        String model =
                TestModels.of("'Get': {'http': {'method': 'GET', 'requestUri': '/'}, 'output': {'shape': 'Out'}}", """
                'Out': {'type': 'structure', 'members': {
                  'x': {'shape': 'S', 'location': 'querystring', 'locationName': 'q'},
                  'a': {'shape': 'S', 'locationName': 'x'},
                  'q': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .extracting(problem -> problem.replaceFirst(".* SVC", "SVC"))
                .containsExactly(
                        "SVC0427 member 'a' of Out is bound to the property 'x', and so is member 'x' at /shapes/Out/members/a");
    }
}
