package dev.whittle.codegen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Compares models of services as they were published at different times, and the verdicts with those of japicmp about both
 * clients, element by element: {@code mvn -pl codegen-core -am -Pcorpus test -Dtest=HistoryTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dwhittle.history=<folder>}. The folder has a folder for each service, which has one for
 * each time.
 */
@Tag("corpus")
@DisabledForJreRange(min = JRE.JAVA_18, disabledReason = "what a change means does not depend on the JDK")
class HistoryTest {
    private static final List<String> OLD_AND_NEW = List.of("old", "new");

    /** The models of a service at two times. */
    record Pair(String service, Path before, Path after) {
        @Override
        public String toString() {
            return service + " " + before.getFileName() + " to " + after.getFileName();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPair() throws IOException {
        String folder = System.getProperty("whittle.history", "");
        List<Pair> pairs = new ArrayList<>();
        if (!folder.isEmpty()) {
            for (Path service : list(Path.of(folder))) {
                List<Path> times = list(service);
                if (times.stream().map(time -> time.getFileName().toString()).allMatch(OLD_AND_NEW::contains)) {
                    times = OLD_AND_NEW.stream().map(service::resolve).toList();
                }
                for (int i = 0; i < times.size(); i++) {
                    for (int j = i + 1; j < times.size(); j++) {
                        pairs.add(new Pair(service.getFileName().toString(), times.get(i), times.get(j)));
                    }
                }
            }
        }
        return pairs.stream().map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> agrees(pair)));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static ModelSource model(Path folder) throws IOException {
        return new ModelSource(
                "service-2.json", Files.readAllBytes(folder.resolve("service-2.json")), null, null, null);
    }

    private static void agrees(Pair pair) throws IOException {
        ModelSource before = model(pair.before());
        ModelSource after = model(pair.after());
        Map<String, byte[]> oldClient = Clients.compiled(before);
        Map<String, byte[]> newClient = Clients.compiled(after);
        agrees(pair.toString(), Clients.changes(before, after), oldClient, newClient);
        // Services grow: nearly all that breaks is on the way back.
        agrees(pair + ", back", Clients.changes(after, before), newClient, oldClient);
    }

    private static void agrees(
            String pair, List<ApiChange> changes, Map<String, byte[]> oldClient, Map<String, byte[]> newClient) {
        Japicmp japicmp = Japicmp.compare(oldClient, newClient);
        SortedSet<String> source = Clients.incompatible(changes, JavaChange::source);
        SortedSet<String> binary = Clients.incompatible(changes, JavaChange::binary);
        SortedSet<String> broken = new TreeSet<>(japicmp.source());
        int proven = Probe.addProven(changes, oldClient, newClient, broken);
        Map<ChangeCode, Integer> codes = new EnumMap<>(ChangeCode.class);
        changes.forEach(change -> codes.merge(change.code(), 1, Integer::sum));
        System.out.println(pair + ": source " + score(source, broken) + " (" + proven + " by javac), binary "
                + score(binary, japicmp.binary()) + ", " + codes);
        assertThat(source).as("source").isEqualTo(broken);
        assertThat(binary).as("binary").isEqualTo(japicmp.binary());
        assertThat(changes)
                .as("each change of an element is explained")
                .extracting(ApiChange::code)
                .doesNotContain(ChangeCode.OTHER);
        for (ApiChange change : changes) {
            assertThat(change.worst() == Verdict.COMPATIBLE || change.witness() != null)
                    .as(change.toString())
                    .isTrue();
        }
    }

    private static String score(SortedSet<String> ours, SortedSet<String> theirs) {
        TreeSet<String> both = new TreeSet<>(ours);
        both.retainAll(theirs);
        return String.format(
                Locale.ROOT,
                "%d elements, precision %.3f, recall %.3f",
                theirs.size(),
                ours.isEmpty() ? 1 : (double) both.size() / ours.size(),
                theirs.isEmpty() ? 1 : (double) both.size() / theirs.size());
    }
}
