package dev.whittle.codegen.diff;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares clients, and makes them. */
final class Clients {
    private Clients() {}

    /** What changes between two models, with all extras. */
    static List<ApiChange> changes(ModelSource before, ModelSource after) {
        return linked(before).changesTo(linked(after), EnumSet.allOf(Extra.class));
    }

    private static LinkedService linked(ModelSource model) {
        LoadedModel loaded = Models.load(new ServiceRequest(model, Generation.PACKAGE, OperationFilter.ALL));
        LinkedService service = loaded.service();
        if (service == null) {
            throw new AssertionError(loaded.problems().all().toString());
        }
        return service;
    }

    /** The classes of a client with all extras. */
    static Map<String, byte[]> compiled(ModelSource model) {
        Javac.Result client = Javac.compile(Generation.files(model));
        if (!client.messages().isEmpty()) {
            throw new AssertionError(client.messages().toString());
        }
        return client.classes();
    }

    /**
     * The elements that some changes call incompatible. A constant with another value is not among them: japicmp does not
     * compare values.
     */
    static SortedSet<String> incompatible(List<ApiChange> changes, Function<JavaChange, Judgement> verdict) {
        SortedSet<String> elements = new TreeSet<>();
        for (ApiChange change : changes) {
            for (JavaChange each : change.elements()) {
                if (each.kind() != JavaChange.Kind.CONSTANT
                        && !verdict.apply(each).isCompatible()) {
                    elements.add(each.element());
                }
            }
        }
        return elements;
    }
}
