package dev.whittle.codegen.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.whittle.codegen.model.ErrorTrait;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Operation.Auth;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkerTest {
    private static final String PUT = "'Put': {'http': {'method': 'POST', 'requestUri': '/'}";
    private static final String STRING = "'S': {'type': 'string'}";

    @Test
    void aStructureThatServesOneOperationOnlyIsRenamed() {
        ServiceModel model = TestModels.linked(
                TestModels.of(PUT + ", 'input': {'shape': 'In'}, 'output': {'shape': 'Out'}}", """
                'In': {'type': 'structure', 'required': ['a'], 'members': {'b': {'shape': 'S'}, 'a': {'shape': 'S'}}},
                'Out': {'type': 'structure', 'members': {}},
                """ + STRING));

        assertThat(names(model)).containsExactly("PutRequest", "PutResponse", "S");
        StructureShape input = structure(model, "PutRequest");
        assertThat(input.role()).isEqualTo(Role.INPUT);
        assertThat(input.pointer()).isEqualTo("/shapes/In");
        assertThat(input.members()).extracting(Member::name).containsExactly("b", "a");
        assertThat(input.members()).extracting(Member::required).containsExactly(false, true);
        assertThat(structure(model, "PutResponse").role()).isEqualTo(Role.OUTPUT);
        assertThat(model.operations().get(0).input()).isEqualTo(new ShapeId("PutRequest"));
        assertThat(model.operations().get(0).output()).isEqualTo(new ShapeId("PutResponse"));
    }

    @Test
    void aStructureThatIsUsedElsewhereTooIsCopied() {
        ServiceModel model = TestModels.linked(TestModels.of(
                PUT + ", 'input': {'shape': 'Cart'}, 'output': {'shape': 'Cart'}}",
                "'Cart': {'type': 'structure', 'members': {'next': {'shape': 'Cart'}}}"));

        assertThat(names(model)).containsExactly("Cart", "PutRequest", "PutResponse");
        assertThat(structure(model, "Cart").role()).isEqualTo(Role.ORDINARY);
        assertThat(structure(model, "PutRequest").members())
                .extracting(Member::target)
                .containsExactly(new ShapeId("Cart"));
    }

    @Test
    void oneStructureCanServeManyOperations() {
        ServiceModel model = TestModels.linked(TestModels.of("""
                'Put': {'http': {'method': 'POST', 'requestUri': '/a'}, 'input': {'shape': 'Page'}},
                'Get': {'http': {'method': 'POST', 'requestUri': '/b'}, 'input': {'shape': 'Page'},
                        'output': {'shape': 'Page'}}
                """, "'Page': {'type': 'structure', 'members': {}}"));

        assertThat(names(model)).containsExactly("GetRequest", "GetResponse", "PutRequest", "PutResponse");
    }

    @Test
    void whereTheModelHasNoneAnEmptyOneIsMade() {
        ServiceModel model = TestModels.linked(TestModels.of(PUT + "}", ""));

        StructureShape input = structure(model, "PutRequest");
        assertThat(input.members()).isEmpty();
        assertThat(input.role()).isEqualTo(Role.INPUT);
        assertThat(input.pointer()).isEqualTo("/operations/Put");
        assertThat(structure(model, "PutResponse").role()).isEqualTo(Role.OUTPUT);
    }

    @Test
    void aStructureThatHasTheNameAlreadyServesAsItIs() {
        ServiceModel model = TestModels.linked(
                TestModels.of(PUT + ", 'input': {'shape': 'PutRequest'}, 'output': {'shape': 'Out'}}", """
                'PutRequest': {'type': 'structure', 'members': {}},
                'Out': {'type': 'structure', 'members': {'of': {'shape': 'PutRequest'}}}
                """));

        assertThat(names(model)).containsExactly("PutRequest", "PutResponse");
        assertThat(structure(model, "PutRequest").role()).isEqualTo(Role.INPUT);
    }

    @Test
    void aNameThatBecomesFreeByRenamingIsFree() {
        ServiceModel model = TestModels.linked(
                TestModels.of("""
                'Get': {'http': {'method': 'POST', 'requestUri': '/a'}, 'input': {'shape': 'PutRequest'}},
                'Put': {'http': {'method': 'POST', 'requestUri': '/b'}}
                """, "'PutRequest': {'type': 'structure', 'members': {'s': {'shape': 'S'}}}," + STRING));

        assertThat(structure(model, "GetRequest").members()).hasSize(1);
        assertThat(structure(model, "PutRequest").members()).isEmpty();
    }

    @Test
    void aNameThatAnotherShapeKeepsIsAnError() {
        assertThat(TestModels.problems(TestModels.of(PUT + ", 'input': {'shape': 'In'}}", """
                        'In': {'type': 'structure', 'members': {'s': {'shape': 'PutRequest'}}},
                        'PutRequest': {'type': 'string'}
                        """)))
                .containsExactly("""
                        service-2.json:[2,8] SVC0409 the input of operation Put would be called 'PutRequest', but another shape has that name at /operations/Put
                                hint: rename the shape 'PutRequest' in the model""");
    }

    @Test
    void onlyWhatIsReachedStays() {
        String model = TestModels.of("""
                'Put': {'http': {'method': 'POST', 'requestUri': '/a'}, 'input': {'shape': 'In'},
                        'errors': [{'shape': 'Gone'}]},
                'Other': {'http': {'method': 'POST', 'requestUri': '/b'}, 'output': {'shape': 'Elsewhere'}}
                """, """
                'In': {'type': 'structure', 'members': {'u': {'shape': 'U'}, 'm': {'shape': 'M'}}},
                'U': {'type': 'structure', 'union': true, 'members': {'l': {'shape': 'L'}}},
                'L': {'type': 'list', 'member': {'shape': 'U'}},
                'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'E'}},
                'E': {'type': 'string', 'enum': ['x']},
                'S': {'type': 'string'},
                'Gone': {'type': 'structure', 'exception': true, 'members': {}},
                'Elsewhere': {'type': 'structure', 'members': {'n': {'shape': 'N'}}},
                'N': {'type': 'integer'}
                """);

        assertThat(names(TestModels.linked(model, new OperationFilter(List.of("Put"), List.of()))))
                .containsExactly("E", "Gone", "L", "M", "PutRequest", "PutResponse", "S", "U");
    }

    @Test
    void errorsAreErrorsAndMembersHoldTheirValues() {
        ServiceModel model = TestModels.linked(TestModels.of(
                PUT
                        + ", 'output': {'shape': 'Out'}, 'errors': [{'shape': 'Busy'}, {'shape': 'Gone'}, {'shape': 'Busy'}]}",
                """
                'Out': {'type': 'structure', 'members': {'why': {'shape': 'Why'}, 'gone': {'shape': 'Gone'}}},
                'Why': {'type': 'structure', 'exception': true, 'members': {}},
                'Gone': {'type': 'structure', 'error': {'code': 'CartGone', 'httpStatusCode': 410}, 'members': {}},
                'Busy': {'type': 'structure', 'error': {'httpStatusCode': 503}, 'retryable': {}, 'members': {}}
                """));

        assertThat(model.shapes()).doesNotContainKeys(new ShapeId("Why"), new ShapeId("Busy_"));
        assertThat(structure(model, "Why_").role()).isEqualTo(Role.ORDINARY);
        assertThat(structure(model, "Gone_").isErrorValue()).isTrue();
        assertThat(structure(model, "Gone").role()).isEqualTo(Role.ERROR);
        assertThat(structure(model, "Gone").error()).isEqualTo(new ErrorTrait("CartGone", 410, false, false, false));
        assertThat(structure(model, "Busy").error()).isEqualTo(new ErrorTrait("Busy", 503, true, true, false));
        assertThat(model.operations().get(0).errors()).containsExactly(new ShapeId("Busy"), new ShapeId("Gone"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', false, false",
        "HEAD, '', false, false",
        "PUT, '', false, false",
        "DELETE, '', false, false",
        "POST, '', false, false",
        "PATCH, '', false, false",
        "POST, 'readonly', true, true",
        "POST, 'idempotent', false, true"
    })
    void onlyTheModelSaysWhatMayBeRepeated(String method, String trait, boolean readOnly, boolean idempotent) {
        String traits = trait.isEmpty() ? "" : ", '" + trait + "': true";
        Operation operation = TestModels.linked(TestModels.of(
                        "'Do': {'http': {'method': '" + method + "', 'requestUri': '/'}" + traits + "}", ""))
                .operations()
                .get(0);

        assertThat(operation.readOnly()).isEqualTo(readOnly);
        assertThat(operation.idempotent()).isEqualTo(idempotent);
        assertThat(operation.auth()).isEqualTo(new Auth(List.of("aws.auth#sigv4"), false));
    }

    @Test
    void whatTheServiceDoesNotSayOtherNamesSay() {
        ServiceModel model = TestModels.linked(TestModels.of(PUT + "}", ""));

        assertThat(model.service().signingName()).isEqualTo("cart");
        assertThat(model.service().fullName()).isEqualTo("Cart");
        assertThat(model.service().apiVersion()).isEmpty();
    }

    @Test
    void oneOfSeveralProtocolsIsEnough() {
        String model = TestModels.of(PUT + "}", "")
                .replace("'protocol': 'rest-json'", "'protocol': 'future', 'protocols': ['future', 'rest-json']");

        assertThat(TestModels.linked(model).service().protocols()).containsExactly("future", "aws.protocols#restJson1");
    }

    @Test
    void aVeryDeepModelNeedsNoDeepStack() {
        int depth = 20_000;
        StringBuilder shapes = new StringBuilder("'In': {'type': 'structure', 'members': {'m': {'shape': 'N0'}}},\n");
        for (int i = 0; i < depth; i++) {
            shapes.append("'N")
                    .append(i)
                    .append("': {'type': 'structure', 'required': ['m'], 'members': {'m': {'shape': 'N");
            shapes.append(i + 1).append("'}}},\n");
        }
        shapes.append("'N").append(depth).append("': {'type': 'string'}");

        assertThat(TestModels.linked(TestModels.ofShapes(shapes.toString())).shapes())
                .hasSize(depth + 3);
    }

    @Test
    void aVeryWideModelIsLinkedToo() {
        int width = 20_000;
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < width; i++) {
            members.append(i == 0 ? "" : ",\n").append("'m").append(i).append("': {'shape': 'In'}");
        }
        String shapes = "'In': {'type': 'structure', 'members': {" + members + "}}";

        ServiceModel model = TestModels.linked(TestModels.ofShapes(shapes));
        assertThat(structure(model, "In").members()).hasSize(width);
    }

    @Test
    void aModelOfNothingButFaultsIsDoneSoon() {
        int count = 10_000;
        StringBuilder shapes = new StringBuilder("'In': {'type': 'structure', 'members': {\n");
        for (int i = 0; i < count; i++) {
            shapes.append(i == 0 ? "" : ",\n")
                    .append("'m")
                    .append(i)
                    .append("': {'shape': 'Wrong")
                    .append(i)
                    .append("'}");
        }
        shapes.append("}}");
        for (int i = 0; i < count; i++) {
            shapes.append(",\n'Right").append(i).append("': {'type': 'string'}");
        }
        String model = TestModels.ofShapes(shapes.toString());

        List<String> problems = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> TestModels.problems(model));
        assertThat(problems).hasSize(101).last().isEqualTo("service-2.json SVC0199 9900 more errors are not shown");
    }

    private static List<String> names(ServiceModel model) {
        return model.shapes().keySet().stream().map(ShapeId::name).toList();
    }

    private static StructureShape structure(ServiceModel model, String name) {
        Shape shape = model.shape(new ShapeId(name));
        assertThat(shape).isInstanceOf(StructureShape.class);
        return (StructureShape) shape;
    }
}
