package dev.whittle.codegen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients of a few operations have the structures and unions that these operations reach, and no others: {@code mvn -pl
 * codegen-core -am -Pcorpus test -Dtest=TrimmedCorpusTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("corpus")
class TrimmedCorpusTest {
    private static final int PAIRS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final long seed = Long.getLong("whittle.corpus.seed", System.nanoTime());

    @Test
    void hasExactlyWhatTheOperationsReach() throws Exception {
        Random random = new Random(seed);
        List<String> names = Corpus.published();
        for (int i = 0; i < PAIRS; i++) {
            String name = names.get(random.nextInt(names.size()));
            ModelSource source = Corpus.published(name);
            JsonNode model = JSON.readTree(source.model());
            List<String> operations = operations(model, random);
            LinkedService service = Models.load(new ServiceRequest(
                            source, "com.example.corpus", new OperationFilter(operations, List.of())))
                    .service();
            if (service == null) {
                assertThat(model.path("operations").isEmpty())
                        .as("%s, %s, seed %d", name, operations, seed)
                        .isTrue();
                continue;
            }
            Set<String> actual = service.model().shapes().values().stream()
                    .filter(shape -> shape instanceof Shape.StructureShape || shape instanceof Shape.UnionShape)
                    .map(shape -> shape.id().name())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(actual).as("%s, %s, seed %d", name, operations, seed).isEqualTo(reached(model, operations));
        }
    }

    private static List<String> operations(JsonNode model, Random random) {
        List<String> all = new ArrayList<>(model.path("operations").propertyNames());
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, Math.min(1 + random.nextInt(4), all.size())));
    }

    /**
     * The names of the structures that operations reach, from the text of the model alone. Each operation has an input and an
     * output of its own.
     */
    private static Set<String> reached(JsonNode model, List<String> operations) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> structures = new TreeSet<>();
        for (String name : operations) {
            structures.add(name + "Request");
            structures.add(name + "Response");
            JsonNode operation = model.at("/operations").get(name);
            shapes(operation.path("errors")).forEach(open::add);
            for (String end : List.of("input", "output")) {
                String shape = operation.path(end).path("shape").asString("");
                shapes(model.path("shapes").path(shape)).forEach(open::add);
            }
        }
        Set<String> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            if (seen.add(name)) {
                JsonNode shape = model.path("shapes").path(name);
                if (shape.path("type").asString("").equals("structure")
                        && !shape.path("document").asBoolean(false)) {
                    structures.add(name);
                }
                shapes(shape).forEach(open::add);
            }
        }
        return structures;
    }

    /** The names of shapes below a node. A member may be called {@code shape} too. */
    private static Stream<String> shapes(JsonNode node) {
        return node.findValues("shape").stream()
                .flatMap(each -> each.isString() ? Stream.of(each.stringValue()) : shapes(each));
    }
}
