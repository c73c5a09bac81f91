package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.model.Extra;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shape that is added to a model changes the source of no other shape, whatever the two are called. */
class NameStabilityTest {
    private static final String GET = "\"http\":{\"method\":\"GET\",\"requestUri\":\"/\"}";

    private static final List<String> NAMES = List.of(
            "Item",
            "Items",
            "ItemOf",
            "Object",
            "String",
            "List",
            "Builder",
            "TinyException",
            "UndeclaredMember",
            "Order",
            "OrderCodec",
            "KMSKey",
            "order_line",
            "Text_",
            "Known",
            "Value",
            "Record",
            "Blob",
            "Document",
            "Error");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void addedShapesRenameNone(long seed) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        int known = 1 + random.nextInt(names.size() - 1);
        Map<String, String> before = files(names.subList(0, known), random.nextLong());
        Map<String, String> after = files(names, random.nextLong());
        Set<String> common = new LinkedHashSet<>(before.keySet());
        // What lists all shapes grows with them.
        common.removeIf(path -> path.matches(".*/(UndeclaredMember|In[A-Za-z]*|Echo0[A-Za-z]*)\\.java"));
        assertThat(common).as("seed %s", seed).isNotEmpty().isSubsetOf(after.keySet());
        for (String path : common) {
            assertThat(after.get(path)).as("seed %s: %s", seed, path).isEqualTo(before.get(path));
        }
    }

    @Test
    void addedOperationsRenameNoMethodOfTheClient() {
        TinyModel model = new TinyModel().structure("In", "text", "Text").operation("Get", GET);
        List<String> before = methods(model);
        assertThat(before)
                .anyMatch(method -> method.endsWith(" waiter() {"))
                .anyMatch(method -> method.endsWith(" presigner() {"));
        assertThat(methods(model.operation("Waiter", GET).operation("Presigner", GET)))
                .containsAll(before)
                .anyMatch(method -> method.endsWith(" waiter(WaiterRequest request) {"))
                .anyMatch(method -> method.endsWith(" presigner(PresignerRequest request) {"));
    }

    /** The method of an operation that is called like a paginator has an underscore behind it, be there the paginator or not. */
    @Test
    void operationsLeavePaginatorsTheirNames() {
        TinyModel model = new TinyModel()
                .list("Texts", "Text")
                .structure("In", "nextToken", "Text")
                .structure("Out", "nextToken", "Text", "items", "Texts")
                .operation("ListItems", GET + ",\"input\":{\"shape\":\"In\"},\"output\":{\"shape\":\"Out\"}");
        List<String> before = methods(model);
        assertThat(before).anyMatch(method -> method.contains(" listItemsPaginator("));
        assertThat(methods(model.operation("ListItemsPaginator", GET)))
                .containsAll(before)
                .anyMatch(method -> method.contains(" listItemsPaginator_(ListItemsPaginatorRequest request)"));
        assertThat(methods(new TinyModel().operation("Get", GET).operation("ListItemsPaginator", GET)))
                .anyMatch(method -> method.contains(" listItemsPaginator_(ListItemsPaginatorRequest request)"));
    }

    private static List<String> methods(TinyModel model) {
        ModelSource source = new ModelSource(
                "service-2.json",
                model.text().getBytes(StandardCharsets.UTF_8),
                null,
                """
                {"waiters":{"Ready":{"operation":"Get","delay":1,"maxAttempts":1,"acceptors":[
                {"matcher":"status","expected":200,"state":"success"}]}}}
                """.getBytes(StandardCharsets.UTF_8),
                null);
        Map<String, String> files = Generation.files(source, Set.of(Extra.PRESIGNER));
        assertThat(Javac.compile(files).messages()).isEmpty();
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith("/TinyClient.java"))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> line.startsWith("    default "))
                .toList();
    }

    private static Map<String, String> files(List<String> names, long seed) {
        TinyModel model = new TinyModel().echo("In");
        List<String> members = new ArrayList<>();
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(seed));
        for (String name : shuffled) {
            switch (NAMES.indexOf(name) % 3) {
                case 0 -> model.structure(name, "text", "Text");
                case 1 -> model.union(name, "text", "Text");
                default -> model.enumeration(name, List.of("A"));
            }
            members.addAll(List.of("m" + NAMES.indexOf(name), name));
        }
        return Generation.files(
                model.structure("In", members.toArray(String[]::new)).text());
    }
}
