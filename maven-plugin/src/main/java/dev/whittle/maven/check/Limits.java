package dev.whittle.maven.check;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * From which verdict on a change fails the build.
 *
 * @param source for source code, {@code null} for never
 * @param binary for compiled code, {@code null} for never
 * @param oldClient for messages between the old client and the new service, {@code null} for never
 * @param newClient for messages between the new client and the old service, {@code null} for never
 * @param version whether a version that promises too little fails the build
 */
public record Limits(
        @Nullable Verdict source,
        @Nullable Verdict binary,
        @Nullable Verdict oldClient,
        @Nullable Verdict newClient,
        boolean version) {
    boolean refuse(ApiChange change) {
        return reaches(source, change.source().verdict())
                || reaches(binary, change.binary().verdict())
                || reaches(oldClient, change.wire().oldClient().verdict())
                || reaches(newClient, change.wire().newClient().verdict());
    }

    private static boolean reaches(@Nullable Verdict limit, Verdict verdict) {
        return limit != null && verdict.compareTo(limit) >= 0;
    }
}
