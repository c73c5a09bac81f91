package dev.whittle.codegen.link;

import dev.whittle.codegen.c2j.C2jDialect;
import dev.whittle.codegen.c2j.C2jReader;
import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.Protocol;
import dev.whittle.codegen.protocol.Protocols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small models as text, in which single quotes stand for double ones, and what reading and linking makes of them. */
public final class TestModels {
    private static final String METADATA = """
            {'metadata': {'serviceId': 'Cart', 'endpointPrefix': 'cart', 'protocol': 'rest-json'}, \
            """;
    private static final String FILE = "service-2.json";

    private TestModels() {}

    /** A model with one operation whose input is the shape {@code In}; the shapes begin on the second line. */
    public static String ofShapes(String shapes) {
        return METADATA
                + "'operations': {'Put': {'http': {'method': 'POST', 'requestUri': '/'}, 'input': {'shape': 'In'}}},"
                + " 'shapes': {\n" + shapes + "}}";
    }

    /** A model whose operations begin on the second line and whose shapes begin on the second line after them. */
    public static String of(String operations, String shapes) {
        return METADATA + "'operations': {\n" + operations + "}, 'shapes': {\n" + shapes + "}}";
    }

    /** The texts of the problems of a model of which every operation is wanted. */
    public static List<String> problems(String model) {
        return problems(model, OperationFilter.ALL);
    }

    /** The texts of the problems of a model. */
    public static List<String> problems(String model, OperationFilter filter) {
        Outcome outcome = link(model, filter);
        return outcome.problems().stream().map(Problem::text).toList();
    }

    /** The linked model, which has no problems. */
    public static ServiceModel linked(String model) {
        return linked(model, OperationFilter.ALL);
    }

    /** The wanted part of a model, which has no problems. */
    public static ServiceModel linked(String model, OperationFilter filter) {
        Outcome outcome = link(model, filter);
        if (!outcome.problems().isEmpty()) {
            throw new AssertionError(outcome.problems());
        }
        return Objects.requireNonNull(outcome.result().model());
    }

    /** What becomes of a model. */
    public static Outcome link(String model, OperationFilter filter) {
        return link(FILE, model.replace('\'', '"').getBytes(StandardCharsets.UTF_8), filter);
    }

    /** What becomes of a model in a file, as it is. */
    static Outcome link(Path file, OperationFilter filter) throws IOException {
        return link(file.getFileName().toString(), Files.readAllBytes(file), filter);
    }

    /** What becomes of a model in bytes, as they are. */
    static Outcome link(String file, byte[] bytes, OperationFilter filter) {
        return link(new ModelSource(file, bytes, null, null, null), filter);
    }

    /** What becomes of a model with siblings. */
    static Outcome linkWithSiblings(String model, @Nullable String paginators, @Nullable String waiters) {
        return linkWithSiblings(model, paginators, waiters, OperationFilter.ALL);
    }

    /** What becomes of the wanted part of a model with siblings. */
    static Outcome linkWithSiblings(
            String model, @Nullable String paginators, @Nullable String waiters, OperationFilter filter) {
        return link(new ModelSource(FILE, utf8(model), utf8(paginators), utf8(waiters), null), filter);
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome link(ModelSource source, OperationFilter filter) {
        Problems problems = new Problems(new ModelLocator(source), new C2jDialect());
        ParsedModel parsed = C2jReader.read(source, problems);
        if (parsed == null) {
            return new Outcome(new LinkResult(null, List.of()), problems.all());
        }
        Protocol protocol = Protocols.choose(
                parsed.service().protocols(), parsed.service().pointers().service(), null, problems);
        LinkResult result = Linker.link(parsed, filter, problems);
        if (protocol != null && result.model() != null) {
            protocol.check(result.model(), problems);
        }
        return new Outcome(result, problems.all());
    }

    /** What became of a model. */
    public record Outcome(LinkResult result, List<Problem> problems) {}
}
