package dev.whittle.bedrockagentcore.demo;

/** What goes wrong with requests. */
@FunctionalInterface
public interface Disturbance {
    /** A service that works. */
    Disturbance NONE = (operation, number) -> Fault.NONE;

    /**
     * Decides about a request, on the thread that serves it. It may take its time, which delays the request.
     *
     * @param operation the method and the last part of the path, such as {@code PUT start}
     * @param number the number of the request, counted from 0
     */
    Fault of(String operation, int number) throws InterruptedException;

    /** What happens to one request. */
    enum Fault {
        /** The service responds. */
        NONE(true),
        /** The connection breaks before the service has done anything. */
        DROP_BEFORE(false),
        /** The connection breaks once the service has done what was asked. */
        DROP_AFTER(true),
        /** The service fails before it has done anything. */
        ERROR_BEFORE(false),
        /** The service fails once it has done what was asked. */
        ERROR_AFTER(true),
        /** The service asks for fewer requests. */
        THROTTLE(false);

        private final boolean performed;

        Fault(boolean performed) {
            this.performed = performed;
        }

        boolean isPerformed() {
            return performed;
        }
    }
}
