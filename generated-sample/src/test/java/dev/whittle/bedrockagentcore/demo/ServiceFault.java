package dev.whittle.bedrockagentcore.demo;

/** An error that the service responds with, named as its model names it. */
final class ServiceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private ServiceFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ServiceFault accessDenied(String message) {
        return new ServiceFault(403, "AccessDeniedException", message);
    }

    static ServiceFault notFound(String message) {
        return new ServiceFault(404, "ResourceNotFoundException", message);
    }

    static ServiceFault validation(String message) {
        return new ServiceFault(400, "ValidationException", message);
    }

    static ServiceFault internal(String message) {
        return new ServiceFault(500, "InternalServerException", message);
    }

    static ServiceFault throttling(String message) {
        return new ServiceFault(429, "ThrottlingException", message);
    }

    static ServiceFault unknownOperation(String method, String path) {
        return new ServiceFault(404, "UnknownOperationException", "there is no " + method + " " + path);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
