package dev.whittle.maven.check;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.report.VersionAdvice;
import dev.whittle.codegen.report.VersionAdvice.Step;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a client mean for its version.
 *
 * <p>A version that is not released, such as a snapshot, stands for the release before it: what {@code 1.5.0-SNAPSHOT}
 * may change of 1.4, it may still change of itself.
 *
 * @see <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a>
 */
final class VersionPolicy {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?([-.+].*)?");

    private VersionPolicy() {}

    /**
     * The advice.
     *
     * @param before the version of the baseline
     * @param present the version of the project
     * @param changes all changes, accepted ones too
     * @param isRequired whether a version that promises too little fails the build
     * @return the advice, {@code null} if a version does not begin with numbers
     */
    static @Nullable VersionAdvice advise(String before, String present, List<ApiChange> changes, boolean isRequired) {
        Numbers old = Numbers.of(before);
        Numbers now = Numbers.of(present);
        if (old == null || now == null) {
            return null;
        }
        Step needed =
                changes.stream().map(VersionPolicy::step).max(Step::compareTo).orElse(Step.PATCH);
        Step counted = old.major == 0 ? lower(needed) : needed;
        // What is not released yet already promises something over the release before it.
        boolean isUnreleased = before.contains("-");
        Step pending = isUnreleased ? old.step() : null;
        Step promised = now.equals(old) ? pending : now.increasedFrom(old);
        boolean isEnough = changes.isEmpty() || (promised != null && promised.compareTo(counted) >= 0);
        String next = pending != null && pending.compareTo(counted) >= 0 ? old.text() : old.next(counted);
        return new VersionAdvice(before, present, counted, promised, next, isEnough, isRequired);
    }

    /** Below 1.0, a minor version may break what a patch may only add to. */
    private static Step lower(Step step) {
        return step == Step.MAJOR ? Step.MINOR : Step.PATCH;
    }

    private static Step step(ApiChange change) {
        Verdict code = change.source().verdict().compareTo(change.binary().verdict()) > 0
                ? change.source().verdict()
                : change.binary().verdict();
        if (code == Verdict.BREAKING) {
            return Step.MAJOR;
        }
        boolean isVisible = !change.elements().isEmpty() || change.code() == ChangeCode.DEPRECATED;
        return code == Verdict.RISKY || isVisible ? Step.MINOR : Step.PATCH;
    }

    /** Whether a version has numbers to count from. */
    static boolean isReadable(String version) {
        return Numbers.of(version) != null;
    }

    private record Numbers(int major, int minor, int patch) {
        static @Nullable Numbers of(String version) {
            Matcher matcher = VERSION.matcher(version);
            return matcher.matches()
                    ? new Numbers(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
                    : null;
        }

        private static int number(@Nullable String digits) {
            return digits == null ? 0 : Integer.parseInt(digits);
        }

        @Nullable
        Step increasedFrom(Numbers old) {
            if (major != old.major) {
                return major > old.major ? Step.MAJOR : null;
            }
            if (minor != old.minor) {
                return minor > old.minor ? Step.MINOR : null;
            }
            return patch > old.patch ? Step.PATCH : null;
        }

        /** What the version changes of the highest that is lower, had there been every version. */
        Step step() {
            return patch > 0 ? Step.PATCH : minor > 0 ? Step.MINOR : Step.MAJOR;
        }

        String text() {
            return major + "." + minor + "." + patch;
        }

        String next(Step step) {
            return switch (step) {
                case MAJOR -> (major + 1) + ".0.0";
                case MINOR -> major + "." + (minor + 1) + ".0";
                case PATCH -> major + "." + minor + "." + (patch + 1);
            };
        }
    }
}
