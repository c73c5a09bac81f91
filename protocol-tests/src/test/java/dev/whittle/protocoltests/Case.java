package dev.whittle.protocoltests;

import java.util.List;
import software.amazon.smithy.model.shapes.OperationShape;

/**
 * A case of a suite that applies to clients.
 *
 * @param suite the service that it is of
 * @param kind the direction that it is about
 * @param id its id, unique within the service
 * @param operation the operation that it calls
 * @param run runs it
 */
record Case(Suite suite, Kind kind, String id, OperationShape operation, Run run) {
    /** What cases are about. */
    enum Kind {
        REQUEST("requests"),
        RESPONSE("responses"),
        ERROR("errors"),
        EVENTS("event streams");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Its name on the page. */
        String title() {
            return title;
        }
    }

    /** Runs a case. */
    @FunctionalInterface
    interface Run {
        /** What was not as the case says, in words; empty if it passed. */
        List<String> differences() throws Exception;
    }
}
