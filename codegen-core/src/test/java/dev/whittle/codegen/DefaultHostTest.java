package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.AuthType;
import dev.whittle.runtime.client.ClientBuilder;
import dev.whittle.runtime.error.MissingEndpointException;
import dev.whittle.runtime.error.MissingRegionException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host a client calls that is given none: only a service of AWS has one below AWS's domain. */
class DefaultHostTest {
    private static final String BEARER = "'auth': ['smithy.api#httpBearerAuth']";

    /** Nobody's profile, and no instance's metadata. */
    private static final Map<String, String> NOWHERE = Map.of(
            "aws.configFile", "nowhere",
            "aws.sharedCredentialsFile", "nowhere",
            "aws.disableEc2Metadata", "true");

    private final Wire wire = new Wire();

    @BeforeEach
    void leaveTheMachineOut() {
        assumeTrue(System.getenv("AWS_REGION") == null, "a region is set for every client");
        NOWHERE.forEach(System::setProperty);
    }

    @AfterEach
    void letTheMachineIn() {
        NOWHERE.keySet().forEach(System::clearProperty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BEARER,
                "'auth': ['smithy.api#httpBearerAuth'], 'signatureVersion': 'v4'",
                "'auth': ['smithy.api#httpBearerAuth', 'aws.auth#sigv4']",
                "'auth': ['smithy.api#httpBasicAuth']",
                "'auth': ['smithy.api#httpApiKeyAuth']",
                "'auth': ['smithy.api#noAuth']",
                "'auth': []",
                "'auth': ['com.example#stampAuth']",
                "'signatureVersion': 'bearer'",
                "'signatureVersion': 'none'",
                "'jsonVersion': '1.1'"
            })
    void anyOtherServiceIsCalledNowhereWithoutAnEndpoint(String metadata) {
        Client client = client(metadata, null, null);
        assertThatThrownBy(() -> call(
                        client,
                        builder -> builder.region("us-east-1")
                                .tokens(() -> "secret")
                                .credentials(CredentialsProvider.of(Credentials.of("id", "secret")))))
                .isInstanceOf(MissingEndpointException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL_ORDERS");
        assertThatThrownBy(() -> call(client, builder -> {})).isInstanceOf(MissingEndpointException.class);
        assertThat(wire.lines()).isEmpty();
        for (String other : List.of("AsyncClient", "Client")) {
            assertThatThrownBy(() -> client.builder(other).build()).isInstanceOf(MissingEndpointException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'auth': ['smithy.api#httpBearerAuth'] | https://builder.test",
                "'signatureVersion': 'bearer' | https://builder.test",
                "'signatureVersion': 'v4' | https://builder.test"
            })
    void theEndpointOfTheBuilderCountsForAll(String metadata, String url) {
        call(
                client(metadata, null, "https://generated.test"),
                builder -> builder.region("us-east-1").tokens(() -> "t").endpoint(URI.create(url)));
        assertThat(wire.host()).isEqualTo("builder.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "'globalEndpoint': 'orders.example.com' | - | orders.example.com",
                "'globalEndpoint': 'http://localhost:8080' | - | localhost:8080",
                "'globalEndpoint': 'orders.example.com' | https://generated.test/v1 | generated.test",
                "'jsonVersion': '1.1' | https://generated.test | generated.test"
            })
    void theModelOrTheOneWhoGeneratesMayNameAnEndpoint(String metadata, @Nullable String parameter, String host) {
        call(client(BEARER + ", " + metadata, null, parameter), builder -> builder.tokens(() -> "t"));
        assertThat(wire.host()).isEqualTo(host);
        assertThat(wire.header("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void theEnvironmentNamesAnEndpoint() {
        System.setProperty("aws.endpointUrlOrders", "https://environment.test");
        try {
            call(client(BEARER, null, "https://generated.test"), builder -> builder.tokens(() -> "t"));
        } finally {
            System.clearProperty("aws.endpointUrlOrders");
        }
        assertThat(wire.host()).isEqualTo("environment.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'signatureVersion': 'v4'",
                "'signatureVersion': 's3v4'",
                "'auth': ['aws.auth#sigv4']",
                "'auth': ['aws.auth#sigv4a', 'aws.auth#sigv4'], 'globalEndpoint': 'orders.amazonaws.com'",
                "'auth': ['smithy.api#noAuth', 'aws.auth#sigv4']",
                "'auth': ['aws.auth#sigv4', 'smithy.api#httpBearerAuth']"
            })
    void aServiceOfAwsHasAHostInEachRegion(String metadata) {
        Client client = client(metadata, null, null);
        call(client, builder -> builder.region("eu-west-1"));
        assertThat(wire.host()).isEqualTo("orders.eu-west-1.amazonaws.com");
        assertThatThrownBy(() -> client.builder("Client").build()).isInstanceOf(MissingRegionException.class);
    }

    @Test
    void theOneWhoGeneratesMayNameAnEndpointForAServiceOfAwsToo() {
        call(client("'signatureVersion': 'v4'", null, "https://proxy.test"), builder -> builder.region("eu-west-1"));
        assertThat(wire.host()).isEqualTo("proxy.test");
        call(
                client("'signatureVersion': 'v4'", rules("'url': 'https://x.{Region}.test'"), "https://proxy.test"),
                builder -> builder.region("eu-west-1"));
        assertThat(wire.host()).isEqualTo("proxy.test");
    }

    /** No metadata address is asked, and no region is missed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'url': 'https://orders.example.com' | orders.example.com",
                "'url': 'https://orders.{Region}.example.com' | none",
            })
    void rulesOfItsOwnLeadToAnEndpointAndAskForARegionOnlyWhereTheyUseIt(String end, String host) {
        Client client = client(BEARER, rules(end), null);
        if (host.equals("none")) {
            assertThatThrownBy(() -> client.builder("Client").build()).isInstanceOf(MissingRegionException.class);
            call(client, builder -> builder.tokens(() -> "t").region("eu-west-1"));
            assertThat(wire.host()).isEqualTo("orders.eu-west-1.example.com");
        } else {
            call(client, builder -> builder.tokens(() -> "t"));
            assertThat(wire.host()).isEqualTo(host);
        }
    }

    @Test
    void aRegionThatRulesOnlyPreferIsNotMissed() {
        String rules = "{'version': '1.0', 'parameters': {'Region': {'builtIn': 'AWS::Region', 'type': 'String'},"
                + "'Endpoint': {'builtIn': 'SDK::Endpoint', 'type': 'String'}}, 'rules': ["
                + "{'type': 'endpoint', 'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Endpoint'}]}],"
                + " 'endpoint': {'url': {'ref': 'Endpoint'}}},"
                + "{'type': 'endpoint', 'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Region'}]}],"
                + " 'endpoint': {'url': 'https://orders.{Region}.example.com'}},"
                + "{'type': 'tree', 'conditions': [{'fn': 'not', 'argv': [{'fn': 'isSet', 'argv': [{'ref': 'Region'}]}]},"
                + " {'fn': 'aws.partition', 'argv': ['us-west-2'], 'assign': 'p'}],"
                + " 'rules': [{'type': 'endpoint', 'conditions': [],"
                + " 'endpoint': {'url': 'https://global.{p#dnsSuffix}'}}]}]}";
        Client client = client(BEARER, rules, null);
        call(client, builder -> builder.tokens(() -> "t"));
        assertThat(wire.host()).isEqualTo("global.amazonaws.com");
        call(client, builder -> builder.tokens(() -> "t").region("eu-west-1"));
        assertThat(wire.host()).isEqualTo("orders.eu-west-1.example.com");
    }

    @Test
    void schemesOtherThanTokensNeedNoRegionEither() {
        call(
                client("'auth': ['smithy.api#httpBasicAuth']", null, "https://generated.test"),
                builder -> builder.authScheme(AuthType.HTTP_BASIC, AuthScheme.basic("u", "p")));
        assertThat(wire.header("Authorization")).isEqualTo("Basic dTpw");
        call(client("'auth': ['smithy.api#noAuth']", null, "https://generated.test"), builder -> {});
        assertThat(wire.header("Authorization")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "orders example | is not a URL",
                "ftp://orders.example.com | begins with neither https:// nor http://",
                "https://me:pass@orders.example.com | has user info, a query or a fragment",
                "https://orders.example.com?x=1 | has user info, a query or a fragment",
                "https:///path | has no host"
            })
    void anEndpointThatIsNoneIsSaid(String url, String fault) {
        String message = "the default endpoint '" + url + "' " + fault;
        assertThat(generate(BEARER, null, url).problems())
                .extracting(Problem::message)
                .containsExactly(message);
        String global = url.contains("://") ? url : "a b";
        assertThat(generate(BEARER + ", 'globalEndpoint': '" + global + "'", null, null)
                        .problems())
                .extracting(Problem::message)
                .containsExactly("'globalEndpoint' is '" + global + "', which " + fault);
    }

    @Test
    void onlyTheHostsOfAwsNeedAnEndpointPrefix() {
        assertThat(Generation.of(model(BEARER).replace("\"endpointPrefix\":\"orders\",", ""))
                        .problems())
                .isEmpty();
        assertThat(Generation.of(model("'signatureVersion': 'v4'").replace("\"endpointPrefix\":\"orders\",", ""))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("the metadata of the service has no 'endpointPrefix'");
    }

    private void call(Client client, Consumer<ClientBuilder<?, ?>> configuration) {
        ClientBuilder<?, ?> builder = client.builder("Client");
        builder.transport(wire).credentials(CredentialsProvider.of(Credentials.of("id", "secret")));
        configuration.accept(builder);
        Object built = builder.build();
        try {
            Class<?> type = builder.getClass().getEnclosingClass();
            Method get = type.getMethod("get", Consumer.class);
            get.invoke(built, (Consumer<Object>) request -> {});
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A client that is generated and compiled. */
    private record Client(Javac.Result compiled) {
        ClientBuilder<?, ?> builder(String style) {
            try {
                return (ClientBuilder<?, ?>) compiled.load(Generation.PACKAGE + ".Orders" + style)
                        .getMethod("builder")
                        .invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Client client(String metadata, @Nullable String rules, @Nullable String defaultEndpoint) {
        GeneratedSources sources = generate(metadata, rules, defaultEndpoint);
        assertThat(Generation.errors(sources)).isEmpty();
        Javac.Result compiled = Javac.compile(new TreeMap<>(sources.files()));
        assertThat(compiled.messages()).isEmpty();
        return new Client(compiled);
    }

    private static GeneratedSources generate(
            String metadata, @Nullable String rules, @Nullable String defaultEndpoint) {
        ModelSource source = new ModelSource(
                "service-2.json", bytes(model(metadata)), null, null, rules == null ? null : bytes(rules));
        return ClientGenerator.generate(new GenerationRequest(
                List.of(new ServiceRequest(source, Generation.PACKAGE, OperationFilter.ALL, defaultEndpoint)),
                null,
                EnumSet.allOf(Extra.class)));
    }

    private static String model(String metadata) {
        return "{\"metadata\":{\"endpointPrefix\":\"orders\",\"protocol\":\"rest-json\",\"serviceId\":\"Orders\","
                + metadata.replace('\'', '"')
                + "},\"operations\":{\"Get\":{\"http\":{\"method\":\"GET\",\"requestUri\":\"/\"}}},\"shapes\":{}}";
    }

    /** Rules that prefer a given URL, and else have one end. */
    private static String rules(String end) {
        return "{'version': '1.0', 'parameters': {'Region': {'builtIn': 'AWS::Region', 'type': 'String'},"
                + "'Endpoint': {'builtIn': 'SDK::Endpoint', 'type': 'String'}}, 'rules': ["
                + "{'type': 'endpoint', 'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Endpoint'}]}],"
                + " 'endpoint': {'url': {'ref': 'Endpoint'}}},"
                + "{'type': 'endpoint', 'conditions': [], 'endpoint': {" + end + "}}]}";
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
