package dev.whittle.runtime.client;

/** Which call something is told of. Holds nothing of the call's input. */
public final class CallInfo {
    private final ServiceInfo service;
    private final String operation;
    private final String method;
    private final String server;

    CallInfo(ServiceInfo service, String operation, String method, String server) {
        this.service = service;
        this.operation = operation;
        this.method = method;
        this.server = server;
    }

    /** The service that the client is for. */
    public ServiceInfo service() {
        return service;
    }

    /** The operation's name in the model. */
    public String operation() {
        return operation;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The host that is called, with its port where that is not the scheme's own. */
    public String server() {
        return server;
    }

    @Override
    public String toString() {
        return operation + " at " + server;
    }
}
