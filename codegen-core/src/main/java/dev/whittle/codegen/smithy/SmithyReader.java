package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problems;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;

/**
 * Reads a model in Smithy's language or in its abstract syntax tree, version 1 or 2.
 *
 * @see <a href="https://smithy.io/2.0/spec/model.html">The Smithy model</a>
 */
public final class SmithyReader {
    /** Keys that only files of another format have; what follows them does not matter. */
    private static final List<String> OTHERS = List.of("operations", "openapi", "swagger");

    private final ModelSource source;
    private final SmithyLocator locator;

    /** A reader of a model. */
    public SmithyReader(ModelSource source) {
        this.source = source;
        this.locator = new SmithyLocator(source.displayName());
    }

    /** Whether a model is in a form of Smithy: its first file is, by its name or by its keys. */
    public static boolean recognises(ModelSource source) {
        ModelFile first = source.files().get(0);
        return first.isSmithyIdl() || first.isSmithyAst(OTHERS);
    }

    /** Finds the places of the pointers in what was read; before that, the model as a whole. */
    public Function<String, Location> locator() {
        return locator;
    }

    /**
     * Reads a service. Everything that is wrong with the model is reported, also with what the service does not use.
     *
     * @param service the name of the service or its whole id, {@code null} for the only one of the model
     * @param problems takes what is wrong; places are found by {@link #locator()}
     * @return the model, {@code null} after an error
     */
    public @Nullable ParsedModel read(@Nullable String service, Problems problems) {
        Model model = new SmithyAssembler(locator, problems).assemble(source);
        ServiceShape chosen = model == null ? null : ServiceChoice.choose(model, service, problems);
        return model == null || chosen == null ? null : new ServiceClosure(model, chosen, problems).read();
    }
}
