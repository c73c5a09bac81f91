package dev.whittle.codegen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.model.Extra;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares clients, and makes them. */
final class Clients {
    private Clients() {}

    /** What changes between two models, with all extras. That equal types are passed over must make no difference. */
    static List<ApiChange> changes(ModelSource before, ModelSource after) {
        Set<Extra> extras = EnumSet.allOf(Extra.class);
        LinkedService old = Generation.linked(before);
        LinkedService now = Generation.linked(after);
        ClientModel oldClient = new ClientModel(old.model(), old.wire(), old.names());
        ClientModel newClient = new ClientModel(now.model(), now.wire(), now.names());
        assertThat(Surface.changes(oldClient, extras, newClient, extras))
                .isEqualTo(SurfaceDiff.of(Surface.of(oldClient, extras), Surface.of(newClient, extras)));
        return old.changesTo(now, extras);
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
