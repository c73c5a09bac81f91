package dev.whittle.codegen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Evolution;
import dev.whittle.codegen.harness.Evolution.Safety;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The verdict about each kind of change is what javac and the JVM say of code that uses it.
 *
 * <p>japicmp is asked about the same clients. It disagrees in these points:
 *
 * <table>
 * <caption>Disagreements</caption>
 * <tr><th>change</th><th>japicmp</th><th>here</th></tr>
 * <tr><td>a constant gets another value</td><td>does not compare values</td><td>risky: compiled code keeps the old one</td></tr>
 * <tr><td>type arguments change</td><td>misses some</td><td>breaking, as javac proves: {@link Probe}</td></tr>
 * <tr><td>an input gains a required member</td><td>does not know: no element is missing</td><td>breaking: {@code build()} throws</td></tr>
 * <tr><td>a primitive becomes its class</td><td>source incompatible</td><td>risky: most uses compile</td></tr>
 * <tr><td>type arguments of a result change</td><td>binary compatible</td><td>risky: a {@code ClassCastException}</td></tr>
 * </table>
 *
 * Elements are compared with japicmp without these differences, which are about whole changes: an element is incompatible for
 * both or for none.
 */
@DisabledForJreRange(min = JRE.JAVA_18, disabledReason = "what a change means does not depend on the JDK")
class VerdictsTest {
    private static final Object WORKS = "works";

    static List<Change> changes() {
        return Changes.ALL;
    }

    @Test
    void thereAreManyKinds() {
        assertThat(Changes.ALL).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Changes.ALL).extracting(Change::toString).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isWhatCompilerAndMachineSay(Change change) {
        List<ApiChange> found = Clients.changes(change.oldModel(), change.newModel());
        assertThat(found).as(found.toString()).extracting(ApiChange::code).containsExactlyElementsOf(change.codes());
        assertThat(letters(found)).as(found.toString()).isEqualTo(change.verdicts());
        assertThat(found).allMatch(each -> each.worst() == Verdict.COMPATIBLE || each.witness() != null);
        List<Safety> safeties =
                change.evolutions().stream().map(Evolution::safety).toList();
        proves(
                change.verdicts().charAt(0),
                safeties.stream().map(each -> each.source()).toList(),
                "source",
                change);
        proves(
                change.verdicts().charAt(1),
                safeties.stream().map(each -> each.binary()).toList(),
                "binary",
                change);
        if (change.hasWire()) {
            assertThat(safeties.get(0).wire())
                    .as("wire")
                    .isEqualTo(change.verdicts().charAt(2) != 'B');
        }
    }

    /** The service refuses what its own model does not allow. */
    @ParameterizedTest
    @MethodSource("changes")
    void isWhatServicesSay(Change change) {
        List<Object> old = change.evolutions().stream()
                .map(each -> Objects.requireNonNullElse(each.oldClientFailure(change.newAnswer()), WORKS))
                .toList();
        if (change.verdicts().charAt(2) == 'C') {
            assertThat(old).as("old client").containsOnly(WORKS);
        } else if (change.verdicts().charAt(2) == 'B') {
            assertThat(old.get(0)).as("old client").isNotEqualTo(WORKS);
        }
        Evolution evolution = change.evolutions().get(0);
        List<Object> now = change.newUses(evolution::compiles).stream()
                .map(use -> Objects.requireNonNullElse(
                        evolution.newClientFailure(use, change.oldAnswer(), change.newAnswer()), WORKS))
                .toList();
        assertThat(now).as("new client").isNotEmpty();
        switch (change.verdicts().charAt(3)) {
            case 'C' -> assertThat(now).as("new client").containsOnly(WORKS);
            case 'B' -> assertThat(now).as("new client").doesNotContain(WORKS);
            default ->
                assertThat(now)
                        .as("new client")
                        .extracting(each -> each.equals(WORKS))
                        .containsOnly(change.outcomes().toArray(Boolean[]::new));
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void japicmpAgrees(Change change) {
        List<ApiChange> found = Clients.changes(change.oldModel(), change.newModel());
        Map<String, byte[]> before = Clients.compiled(change.oldModel());
        Map<String, byte[]> after = Clients.compiled(change.newModel());
        Japicmp japicmp = Japicmp.compare(before, after);
        SortedSet<String> source = new TreeSet<>(japicmp.source());
        Probe.addProven(found, before, after, source);
        assertThat(Clients.incompatible(found, JavaChange::source)).isEqualTo(source);
        assertThat(Clients.incompatible(found, JavaChange::binary)).isEqualTo(japicmp.binary());
    }

    /**
     * The first use is an ordinary one. It fails if the change breaks, and all uses work if it is compatible. A risky change of
     * source may show itself at run time only, after compilation.
     */
    private static void proves(char verdict, List<Boolean> works, String what, Change change) {
        if (works.isEmpty()) {
            assertThat(verdict).as(what + " of " + change + " without a use").isEqualTo('C');
            return;
        }
        switch (verdict) {
            case 'C' -> assertThat(works).as(what).doesNotContain(false);
            case 'B' -> assertThat(works.get(0)).as(what).isFalse();
            default -> assertThat(works).as(what).contains(true);
        }
        if (verdict == 'R' && what.equals("binary")) {
            assertThat(works).as(what).contains(false);
        }
    }

    private static String letters(List<ApiChange> found) {
        Stream<Judgement> source = found.stream().map(ApiChange::source);
        Stream<Judgement> binary = found.stream().map(ApiChange::binary);
        Stream<Judgement> old = found.stream().map(each -> each.wire().oldClient());
        Stream<Judgement> now = found.stream().map(each -> each.wire().newClient());
        return letter(source) + letter(binary) + letter(old) + letter(now);
    }

    private static String letter(Stream<Judgement> all) {
        return all.reduce(Judgement.COMPATIBLE, Judgement::or)
                .verdict()
                .toString()
                .substring(0, 1);
    }
}
