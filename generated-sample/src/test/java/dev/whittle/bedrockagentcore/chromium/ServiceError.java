package dev.whittle.bedrockagentcore.chromium;

/** An error that the service responds with. */
final class ServiceError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ServiceError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ServiceError notFound(String message) {
        return new ServiceError(404, "ResourceNotFoundException", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
