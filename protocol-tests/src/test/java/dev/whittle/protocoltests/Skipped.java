package dev.whittle.protocoltests;

import java.util.LinkedHashMap;
import java.util.Map;

/** The cases that do not pass, each with the reason. The page about conformance lists them. */
final class Skipped {
    private static final Map<String, String> REASONS = new LinkedHashMap<>();

    private static final String CORRECTED =
            "the client sets a required member that a response lacks to a default (Smithy's client error correction)";
    private static final String NOT_SENT =
            "a client cannot send an error in an event stream, because errors are exceptions";

    static {
        REASONS.put("DuplexMissingRequiredInitialResponseOutput", CORRECTED);
        REASONS.put("MissingRequiredInitialResponseOutput", CORRECTED);
        REASONS.put("DuplexClientErrorInput", NOT_SENT);
        REASONS.put("ClientErrorInput", NOT_SENT);
    }

    private Skipped() {}

    /** Why a case is skipped; {@code null} if it is not. */
    static String reason(String id) {
        return REASONS.get(id);
    }

    /** All of them by their ids. */
    static Map<String, String> all() {
        return Map.copyOf(REASONS);
    }
}
