package dev.whittle.codegen.c2j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.JsonLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.parsed.ParsedAuth;
import dev.whittle.codegen.parsed.ParsedChecksum;
import dev.whittle.codegen.parsed.ParsedError;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Binding;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.parsed.ParsedTimestampFormat;
import dev.whittle.codegen.parsed.ParsedXml;
import dev.whittle.codegen.parsed.Reference;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class C2jReaderTest {
    @Test
    void readsTheService() {
        ParsedModel model = read("""
                {'metadata': {'serviceId': 'Cart', 'serviceFullName': 'Example Cart', 'apiVersion': '2026-01-31',
                  'endpointPrefix': 'cart', 'signingName': 'carts', 'protocol': 'rest-json',
                  'protocols': ['smithy-rpc-v2-cbor', 'rest-json'], 'uid': 'ignored'},
                 'documentation': '<p>Carts.</p>', 'operations': {}, 'shapes': {}}
                """);

        assertThat(model.service().serviceId()).isEqualTo("Cart");
        assertThat(model.service().fullName()).isEqualTo("Example Cart");
        assertThat(model.service().apiVersion()).isEqualTo("2026-01-31");
        assertThat(model.service().endpointPrefix()).isEqualTo("cart");
        assertThat(model.service().signingName()).isEqualTo("carts");
        assertThat(model.service().protocols())
                .containsExactly("aws.protocols#restJson1", "smithy.protocols#rpcv2Cbor");
        assertThat(model.service().documentation()).isEqualTo("<p>Carts.</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "'', rest-xml, aws.protocols#restXml",
        "'', query, aws.protocols#awsQuery",
        "'', ec2, aws.protocols#ec2Query",
        "1.0, json, aws.protocols#awsJson1_0",
        "1.1, json, aws.protocols#awsJson1_1",
        "'', json, aws.protocols#awsJson1_0",
        "1.1, rest-json, aws.protocols#restJson1",
        "'', of-tomorrow, of-tomorrow"
    })
    void protocolsHaveTheIdsOfTheirTraits(String version, String word, String id) {
        String versionField = version.isEmpty() ? "" : "'jsonVersion': '" + version + "', ";
        ParsedModel model =
                read("{'metadata': {" + versionField + "'protocol': '" + word + "'}, 'operations': {}, 'shapes': {}}");

        assertThat(model.service().protocols()).containsExactly(id);
        assertThat(new C2jDialect().protocol(id)).isEqualTo(word);
        assertThat(model.service().targetPrefix()).isNull();
        assertThat(model.service().awsQueryCompatible()).isFalse();
    }

    @Test
    void readsWhatProtocolsNeedBesides() {
        ParsedModel model = read("""
                {'metadata': {'protocol': 'json', 'targetPrefix': 'Cart_20260131', 'awsQueryCompatible': {}},
                 'operations': {}, 'shapes': {}}
                """);

        assertThat(model.service().targetPrefix()).isEqualTo("Cart_20260131");
        assertThat(model.service().awsQueryCompatible()).isTrue();
    }

    @Test
    void readsAnOperation() {
        ParsedOperation operation = operation("""
                {'http': {'method': 'PUT', 'requestUri': '/carts/{id}', 'responseCode': 201},
                 'input': {'shape': 'In'}, 'output': {'shape': 'Out'}, 'errors': [{'shape': 'A'}, {'shape': 'B'}],
                 'documentation': '<p>Puts.</p>', 'idempotent': true, 'readonly': true,
                 'deprecated': true, 'deprecatedMessage': 'no more',
                 'endpoint': {'hostPrefix': 'data-'}, 'httpChecksumRequired': true}
                """);

        assertThat(operation.name()).isEqualTo("Do");
        assertThat(operation.pointer()).isEqualTo("/operations/Do");
        assertThat(operation.http().method().text()).isEqualTo("PUT");
        assertThat(operation.http().uri().text()).isEqualTo("/carts/{id}");
        assertThat(operation.http().status()).isEqualTo(201);
        assertThat(operation.input()).isEqualTo(new Reference("In", "/operations/Do/input"));
        assertThat(operation.output()).isEqualTo(new Reference("Out", "/operations/Do/output"));
        assertThat(operation.errors())
                .containsExactly(
                        new Reference("A", "/operations/Do/errors/0"), new Reference("B", "/operations/Do/errors/1"));
        assertThat(operation.documentation()).isEqualTo("<p>Puts.</p>");
        assertThat(operation.idempotent()).isTrue();
        assertThat(operation.readOnly()).isTrue();
        assertThat(operation.deprecated()).isEqualTo("no more");
        assertThat(operation.hostPrefix().text()).isEqualTo("data-");
    }

    @Test
    void anOperationSaysLittleByDefault() {
        ParsedOperation operation = operation("{'http': {'method': 'GET', 'requestUri': '/'}}");

        assertThat(operation.http().status()).isEqualTo(200);
        assertThat(operation.input()).isNull();
        assertThat(operation.output()).isNull();
        assertThat(operation.errors()).isEmpty();
        assertThat(operation.readOnly()).isFalse();
        assertThat(operation.idempotent()).isFalse();
        assertThat(operation.auth()).isEqualTo(ParsedAuth.only("aws.auth#sigv4"));
        assertThat(operation.checksum()).isNull();
        assertThat(operation.gzip()).isFalse();
        assertThat(operation.deprecated()).isNull();
        assertThat(operation.hostPrefix()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'authtype': 'none' | smithy.api#noAuth",
                "'authtype': 'v4' | aws.auth#sigv4",
                "'authtype': 'v4-unsigned-body' | aws.auth#sigv4 unsigned",
                "'authtype': 'bearer' | smithy.api#httpBearerAuth",
                "'authtype': 'custom' | ",
                "'auth': ['smithy.api#noAuth'] | smithy.api#noAuth",
                "'auth': ['smithy.api#optionalAuth'] | smithy.api#noAuth",
                "'auth': ['smithy.api#optionalAuth', 'aws.auth#sigv4'] | aws.auth#sigv4 smithy.api#noAuth",
                "'auth': [] | smithy.api#noAuth",
                "'auth': ['smithy.api#httpBearerAuth', 'aws.auth#sigv4'] | smithy.api#httpBearerAuth aws.auth#sigv4",
                "'auth': ['aws.auth#sigv4a', 'aws.auth#sigv4'] | aws.auth#sigv4",
                "'auth': ['aws.auth#sigv4a'] | ",
                "'auth': ['smithy.api#httpBasicAuth', 'x.y_2#stamp'] | smithy.api#httpBasicAuth x.y_2#stamp",
                "'auth': ['aws.auth#sigv4'], 'authtype': 'v4-unsigned-body' | aws.auth#sigv4 unsigned",
                "'auth': ['smithy.api#noAuth'], 'authtype': 'v4' | smithy.api#noAuth",
                "'unsignedPayload': true | aws.auth#sigv4 unsigned"
            },
            quoteCharacter = '~')
    void readsHowRequestsAreAuthenticated(String fields, String auth) {
        assertThat(said(operation("{" + fields + "}").auth())).isEqualTo(auth == null ? "" : auth);
    }

    private static String said(ParsedAuth auth) {
        return String.join(" ", auth.schemes()) + (auth.unsignedPayload() ? " unsigned" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'signatureVersion': 'v4' | aws.auth#sigv4",
                "'signatureVersion': 's3v4' | aws.auth#sigv4",
                "'signatureVersion': 'bearer' | smithy.api#httpBearerAuth",
                "'signatureVersion': 'v2' | aws.auth#sigv2",
                "'signatureVersion': 's3' | ",
                "'signatureVersion': 'v4', 'auth': ['smithy.api#httpBearerAuth'] | smithy.api#httpBearerAuth",
                "'auth': ['aws.auth#sigv4', 'smithy.api#httpApiKeyAuth'] | aws.auth#sigv4 smithy.api#httpApiKeyAuth"
            },
            quoteCharacter = '~')
    void theServiceSaysItForEveryOperation(String fields, String auth) {
        ParsedModel model = read("{'metadata': {" + fields + "}, 'operations': {'Do': {}}, 'shapes': {}}");

        assertThat(said(model.operations().get(0).auth())).isEqualTo(auth == null ? "" : auth);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#", "a#", "#a", "sigv4", "a b#c", "a..b#c", "1a#b", "a#b#c", "aws.auth#sigv4\\n", "a.#b"})
    void aSchemeIsTheIdOfATrait(String id) {
        byte[] model = bytes("{'metadata': {'auth': ['" + id + "']}, 'operations': {}, 'shapes': {}}");
        Problems problems = new Problems(new JsonLocator("m.json", model), new C2jDialect());
        C2jReader.read(new ModelSource("m.json", model, null, null, null), problems);

        assertThat(problems.all()).extracting(Problem::code).containsExactly(ProblemCode.FIELD_VALUE);
        assertThat(problems.all().get(0).message())
                .startsWith("'auth' lists '")
                .endsWith("', expected the id of a trait");
    }

    @Test
    void readsWhatIsDoneToBodies() {
        ParsedOperation operation = operation("""
                {'httpChecksum': {'requestAlgorithmMember': 'A', 'requestChecksumRequired': true,
                   'requestValidationModeMember': 'M', 'responseAlgorithms': ['CRC32', 'NEW']},
                 'requestcompression': {'encodings': ['br', 'gzip']}}""");

        assertThat(operation.checksum())
                .isEqualTo(new ParsedChecksum(
                        new ParsedText("A", "/operations/Do/httpChecksum/requestAlgorithmMember"),
                        true,
                        false,
                        new ParsedText("M", "/operations/Do/httpChecksum/requestValidationModeMember"),
                        List.of("CRC32", "NEW")));
        assertThat(operation.gzip()).isTrue();
        assertThat(operation("{'httpChecksumRequired': true}").checksum())
                .isEqualTo(new ParsedChecksum(null, true, true, null, List.of()));
        assertThat(operation("{'httpChecksumRequired': false, 'requestcompression': {'encodings': ['br']}}"))
                .matches(read -> read.checksum() == null && !read.gzip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type': 'structure', 'members': {} | STRUCTURE",
                "'type': 'structure' | STRUCTURE",
                "'type': 'structure', 'union': true, 'members': {} | UNION",
                "'type': 'structure', 'document': true, 'members': {} | DOCUMENT",
                "'type': 'list', 'member': {'shape': 'S'}, 'flattened': true | LIST",
                "'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'S'} | MAP",
                "'type': 'string', 'pattern': '.*' | STRING",
                "'type': 'string', 'enum': ['a'] | ENUM",
                "'type': 'character' | STRING",
                "'type': 'boolean', 'box': true | BOOLEAN",
                "'type': 'byte' | BYTE",
                "'type': 'short' | SHORT",
                "'type': 'integer', 'max': 3 | INTEGER",
                "'type': 'long' | LONG",
                "'type': 'float', 'min': 0.5 | FLOAT",
                "'type': 'double' | DOUBLE",
                "'type': 'bigInteger' | BIG_INTEGER",
                "'type': 'biginteger' | BIG_INTEGER",
                "'type': 'bigDecimal' | BIG_DECIMAL",
                "'type': 'bigdecimal' | BIG_DECIMAL",
                "'type': 'blob' | BLOB",
                "'type': 'timestamp' | TIMESTAMP"
            },
            quoteCharacter = '~')
    void readsEveryKindOfShape(String fields, Kind kind) {
        assertThat(shape("{" + fields + "}").kind()).isEqualTo(kind);
    }

    @Test
    void readsTheTraitsOfAShape() {
        ParsedShape shape = shape("""
                {'type': 'structure', 'documentation': '<p>X</p>', 'deprecated': true, 'required': ['a'],
                 'members': {'a': {'shape': 'S'}, 'b': {'shape': 'S'}}, 'payload': 'b',
                 'sensitive': true, 'synthetic': true}
                """);

        assertThat(shape.pointer()).isEqualTo("/shapes/X");
        assertThat(shape.documentation()).isEqualTo("<p>X</p>");
        assertThat(shape.deprecated()).isEmpty();
        assertThat(shape.memberNames()).containsExactly("a", "b");
        assertThat(shape.members()).extracting(ParsedMember::required).containsExactly(true, false);
        assertThat(shape.members()).extracting(ParsedMember::binding).containsExactly(Binding.BODY, Binding.PAYLOAD);
        assertThat(shape.faults()).isEmpty();
        assertThat(shape.error()).isNull();
        assertThat(shape.flags()).isEqualTo(new ParsedShape.Flags(true, false, false, false, false));
    }

    @Test
    void readsStreams() {
        ParsedShape bytes = shape("{'type': 'blob', 'streaming': true, 'requiresLength': true}");
        assertThat(bytes.kind()).isEqualTo(Kind.BLOB);
        assertThat(bytes.flags()).isEqualTo(new ParsedShape.Flags(false, false, true, false, true));

        ParsedShape events = shape("{'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}}}");
        assertThat(events.kind()).isEqualTo(Kind.UNION);
        assertThat(events.memberNames()).containsExactly("e");
        assertThat(events.flags()).isEqualTo(new ParsedShape.Flags(false, false, false, true, false));
    }

    @Test
    void readsListsMapsAndEnums() {
        ParsedShape list = shape("{'type': 'list', 'member': {'shape': 'S', 'locationName': 'item'}, 'sparse': true}");
        assertThat(list.members()).extracting(ParsedMember::name).containsExactly("member");
        assertThat(list.members().get(0).pointer()).isEqualTo("/shapes/X/member");
        assertThat(list.flags().sparse()).isTrue();

        ParsedShape map = shape("{'type': 'map', 'key': {'shape': 'K'}, 'value': {'shape': 'V'}}");
        assertThat(map.members()).extracting(ParsedMember::target).containsExactly("K", "V");

        assertThat(shape("{'type': 'string', 'enum': ['b', 'a']}").enumeration().values())
                .extracting(ParsedText::text)
                .containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "'exception': true | none | 0 | false | false | false",
                "'error': {'httpStatusCode': 404, 'senderFault': true} | none | 404 | false | false | false",
                "'exception': true, 'error': {'code': 'Gone'} | Gone | 0 | false | false | false",
                "'exception': true, 'fault': true | none | 0 | true | false | false",
                "'error': {'httpStatusCode': 500} | none | 500 | true | false | false",
                "'error': {'httpStatusCode': 500, 'senderFault': true} | none | 500 | false | false | false",
                "'error': {'fault': true} | none | 0 | true | false | false",
                "'exception': true, 'retryable': {} | none | 0 | false | true | false",
                "'exception': true, 'retryable': {'throttling': true} | none | 0 | false | true | true"
            },
            quoteCharacter = '~')
    void readsErrors(String fields, String code, int status, boolean fault, boolean retryable, boolean throttling) {
        assertThat(shape("{'type': 'structure', 'members': {}, " + fields + "}").error())
                .isEqualTo(new ParsedError(code, status, fault, retryable, throttling));
    }

    @Test
    void readsTheTraitsOfAMember() {
        ParsedMember member = member("""
                {'shape': 'S', 'documentation': '<p>M</p>', 'deprecated': true, 'deprecatedMessage': 'no',
                 'location': 'querystring', 'locationName': 'q', 'timestampFormat': 'iso8601',
                 'idempotencyToken': true, 'sensitive': true, 'jsonvalue': true, 'hostLabel': true, 'streaming': true,
                 'eventheader': true, 'eventpayload': true, 'contextParam': {'name': 'P'}}
                """);

        assertThat(member)
                .isEqualTo(new ParsedMember(
                        "m",
                        "/shapes/X/members/m",
                        "S",
                        "<p>M</p>",
                        "no",
                        false,
                        Binding.QUERY,
                        "q",
                        null,
                        ParsedXml.NONE,
                        ParsedTimestampFormat.DATE_TIME,
                        null,
                        "P",
                        new ParsedMember.Flags(false, true, true, true, true, true, true, true)));
        assertThat(member("{'shape': 'S'}"))
                .isEqualTo(new ParsedMember(
                        "m",
                        "/shapes/X/members/m",
                        "S",
                        "",
                        null,
                        false,
                        Binding.BODY,
                        null,
                        null,
                        ParsedXml.NONE,
                        null,
                        null,
                        null,
                        new ParsedMember.Flags(false, false, false, false, false, false, false, false)));
    }

    @ParameterizedTest
    @CsvSource({
        "uri, URI",
        "querystring, QUERY",
        "header, HEADER",
        "headers, PREFIX_HEADERS",
        "statusCode, STATUS",
    })
    void readsLocations(String text, Binding binding) {
        assertThat(member("{'shape': 'S', 'location': '" + text + "'}").binding())
                .isEqualTo(binding);
    }

    @ParameterizedTest
    @CsvSource({"iso8601, DATE_TIME", "rfc822, HTTP_DATE", "unixTimestamp, EPOCH_SECONDS"})
    void readsTimestampFormats(String text, ParsedTimestampFormat format) {
        assertThat(shape("{'type': 'timestamp', 'timestampFormat': '" + text + "'}")
                        .timestampFormat())
                .isEqualTo(format);
    }

    @Test
    void aBrokenSiblingIsAProblemOfItsOwnFile() {
        byte[] model = bytes("{'metadata': {}, 'operations': {}, 'shapes': {}}");
        Problems problems = new Problems(new JsonLocator("shop/service-2.json", model), new C2jDialect());
        ModelSource source = new ModelSource(
                "shop/service-2.json", model, bytes("[]"), bytes("{'version': 2"), bytes("{'a': 1, 'a': 2}"));

        assertThat(C2jReader.read(source, problems)).isNotNull();
        assertThat(problems.all())
                .extracting(Problem::text)
                .containsExactly(
                        """
                        shop/endpoint-rule-set-1.json:[1,10] SVC0105 the key 'a' appears twice in one object
                                hint: the first one is on line 1""", "shop/paginators-1.json:[1,1] SVC0108 the document is an array, expected an object", """
                        shop/waiters-2.json:[1,14] SVC0102 the file ends in the middle of a value
                                hint: is the file complete? It may be cut off""");
    }

    private static ParsedOperation operation(String fields) {
        return read("{'metadata': {}, 'operations': {'Do': " + fields + "}, 'shapes': {}}")
                .operations()
                .get(0);
    }

    private static ParsedMember member(String fields) {
        return shape("{'type': 'structure', 'members': {'m': " + fields + "}}")
                .members()
                .get(0);
    }

    private static ParsedShape shape(String fields) {
        return read("{'metadata': {}, 'operations': {}, 'shapes': {'X': " + fields + "}}")
                .shapes()
                .get("X");
    }

    private static ParsedModel read(String text) {
        byte[] bytes = bytes(text);
        Problems problems = new Problems(new JsonLocator("m.json", bytes), new C2jDialect());
        ParsedModel model = C2jReader.read(new ModelSource("m.json", bytes, null, null, null), problems);
        assertThat(problems.all()).isEqualTo(List.of());
        return model;
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
