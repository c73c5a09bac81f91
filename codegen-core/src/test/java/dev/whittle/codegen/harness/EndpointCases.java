package dev.whittle.codegen.harness;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointResolver;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the test cases that services ship for their endpoint rules ({@code endpoint-tests-1.json}) through the class that
 * is generated of the rules, compiled.
 */
public final class EndpointCases {
    /** A service with one operation, for rules that are all that matters. */
    private static final String SERVICE = new TinyModel()
            .operation("Get", "\"http\":{\"method\":\"GET\",\"requestUri\":\"/\"}")
            .text();

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode rules;
    private final EndpointResolver resolver;

    private EndpointCases(JsonNode rules, EndpointResolver resolver) {
        this.rules = rules;
        this.resolver = resolver;
    }

    /** What is generated of a service that has these rules and nothing worth mentioning. */
    public static GeneratedSources generate(byte[] rules) {
        ModelSource source =
                new ModelSource("service-2.json", SERVICE.getBytes(StandardCharsets.UTF_8), null, null, rules);
        return ClientGenerator.generate(new GenerationRequest(
                List.of(new ServiceRequest(source, Generation.PACKAGE, OperationFilter.ALL)), null));
    }

    /** Generates and compiles rules that are right. */
    public static EndpointCases of(byte[] rules) {
        GeneratedSources sources = generate(rules);
        if (sources.failed()) {
            throw new AssertionError(String.join("\n", Generation.errors(sources)));
        }
        Javac.Result compiled = Javac.compile(sources.files());
        if (!compiled.messages().isEmpty()) {
            throw new AssertionError(String.join("\n", compiled.messages()));
        }
        try {
            Object instance = compiled.load(Generation.PACKAGE + ".internal.TinyEndpoints")
                    .getField("INSTANCE")
                    .get(null);
            return new EndpointCases(JSON.readTree(rules), (EndpointResolver) instance);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The class that is generated of the rules. */
    public EndpointResolver resolver() {
        return resolver;
    }

    /** The cases of a test file. */
    public static List<JsonNode> cases(byte[] tests) {
        List<JsonNode> cases = new ArrayList<>();
        JSON.readTree(tests).required("testCases").forEach(cases::add);
        return cases;
    }

    /** What a case expects, in the form of {@link #actual}. */
    public static String expected(JsonNode testCase) {
        JsonNode expect = testCase.required("expect");
        JsonNode endpoint = expect.get("endpoint");
        if (endpoint == null) {
            return "error: " + expect.required("error").stringValue();
        }
        Map<String, String> headers = new TreeMap<>();
        JsonNode all = endpoint.get("headers");
        if (all != null) {
            all.properties()
                    .forEach(header -> headers.put(
                            header.getKey(), header.getValue().get(0).stringValue()));
        }
        return trimmed(endpoint.required("url").stringValue())
                + signing(endpoint.at("/properties/authSchemes"))
                + (headers.isEmpty() ? "" : " " + headers);
    }

    private static String signing(JsonNode schemes) {
        String unsupported = null;
        for (JsonNode scheme : schemes) {
            String name = scheme.required("name").stringValue();
            if (name.equals("sigv4") || name.equals("sigv4-s3express")) {
                return signing(
                        name,
                        text(scheme, "signingName"),
                        text(scheme, "signingRegion"),
                        scheme.path("disableDoubleEncoding").booleanValue(false));
            }
            unsupported = unsupported == null ? name : unsupported;
        }
        return unsupported == null ? "" : " " + unsupported;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.get(name).stringValue() : null;
    }

    private static String signing(String scheme, @Nullable String name, @Nullable String region, boolean pathAsSent) {
        return scheme.equals("sigv4") && name == null && region == null && !pathAsSent
                ? ""
                : " " + scheme + " for " + name + " in " + region + (pathAsSent ? ", path as sent" : "");
    }

    /**
     * What the generated class says to the parameters of a case. A region that cannot be part of a host name is refused
     * before the rules see it; where they would refuse it too, their error counts.
     */
    public String actual(JsonNode testCase) {
        JsonNode params = testCase.get("params");
        try {
            return resolve(params == null ? JSON.createObjectNode() : params);
        } catch (IllegalArgumentException e) {
            String expected = expected(testCase);
            if (expected.startsWith("error: ") && String.valueOf(e.getMessage()).startsWith("region '")) {
                return expected;
            }
            throw e;
        }
    }

    /** What the generated class says to parameters. */
    public String resolve(JsonNode params) {
        try {
            Endpoint endpoint = resolver.resolve(parameters(params));
            EndpointSigning signing = endpoint.signing();
            Map<String, String> headers = new TreeMap<>();
            for (int i = 0; i < endpoint.headers().size(); i += 2) {
                headers.put(endpoint.headers().get(i), endpoint.headers().get(i + 1));
            }
            return trimmed(endpoint.toString())
                    + (signing == null
                            ? ""
                            : signing.isSigV4()
                                    ? signing(
                                            signing.scheme(), signing.name(), signing.region(), signing.isPathAsSent())
                                    : " " + signing.scheme())
                    + (headers.isEmpty() ? "" : " " + headers);
        } catch (ConfigurationException e) {
            return "error: " + e.getMessage();
        }
    }

    /** URLs are the same with and without a slash as their whole path. */
    private static String trimmed(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private EndpointParameters parameters(JsonNode params) {
        EndpointParameters plain = EndpointParameters.of(
                builtInText(params, "AWS::Region"),
                builtInFlag(params, "AWS::UseFIPS"),
                builtInFlag(params, "AWS::UseDualStack"),
                builtInText(params, "SDK::Endpoint"));
        for (Map.Entry<String, JsonNode> param : params.properties()) {
            plain = plain.with(param.getKey(), value(param.getValue()));
        }
        return plain;
    }

    private static Object value(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(element -> texts.add(element.stringValue()));
            return texts;
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.stringValue();
    }

    private @Nullable String builtInText(JsonNode params, String builtIn) {
        JsonNode value = builtIn(params, builtIn);
        return value == null ? null : value.stringValue();
    }

    private boolean builtInFlag(JsonNode params, String builtIn) {
        JsonNode value = builtIn(params, builtIn);
        return value != null && value.booleanValue();
    }

    private @Nullable JsonNode builtIn(JsonNode params, String builtIn) {
        for (Map.Entry<String, JsonNode> parameter :
                rules.required("parameters").properties()) {
            JsonNode name = parameter.getValue().get("builtIn");
            if (name != null && name.stringValue().equals(builtIn)) {
                return params.get(parameter.getKey());
            }
        }
        return null;
    }
}
