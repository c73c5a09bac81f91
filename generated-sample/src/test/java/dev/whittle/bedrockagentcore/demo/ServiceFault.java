package dev.whittle.bedrockagentcore.demo;

/** An error that the service responds with, named as its model names it. */
public final class ServiceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private ServiceFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public static ServiceFault accessDenied(String message) {
        return new ServiceFault(403, "AccessDeniedException", message);
    }

    public static ServiceFault notFound(String message) {
        return new ServiceFault(404, "ResourceNotFoundException", message);
    }

    public static ServiceFault validation(String message) {
        return new ServiceFault(400, "ValidationException", message);
    }

    public static ServiceFault internal(String message) {
        return new ServiceFault(500, "InternalServerException", message);
    }

    public static ServiceFault throttling(String message) {
        return new ServiceFault(429, "ThrottlingException", message);
    }

    public static ServiceFault unknownOperation(String method, String path) {
        return new ServiceFault(404, "UnknownOperationException", "there is no " + method + " " + path);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
