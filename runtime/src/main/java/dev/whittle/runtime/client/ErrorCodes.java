package dev.whittle.runtime.client;

/** What an error's code and status say by themselves, before any model is asked. */
final class ErrorCodes {
    private ErrorCodes() {}

    /** Whether the service asks for fewer requests. */
    static boolean isThrottling(int status, String code) {
        if (status == 429) {
            return true;
        }
        return switch (code) {
            case "Throttling",
                    "ThrottlingException",
                    "ThrottledException",
                    "RequestThrottled",
                    "RequestThrottledException",
                    "TooManyRequestsException",
                    "ProvisionedThroughputExceededException",
                    "TransactionInProgressException",
                    "RequestLimitExceeded",
                    "BandwidthLimitExceeded",
                    "LimitExceededException",
                    "SlowDown",
                    "PriorRequestNotComplete",
                    "EC2ThrottledException" -> true;
            default -> false;
        };
    }

    /** The code that a status stands for: its standard name. Empty for a status that says no more than others. */
    static String ofStatus(int status) {
        return switch (status) {
            case 301 -> "MovedPermanently";
            case 304 -> "NotModified";
            case 307 -> "TemporaryRedirect";
            case 400 -> "BadRequest";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 405 -> "MethodNotAllowed";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "PreconditionFailed";
            case 416 -> "RangeNotSatisfiable";
            case 429 -> "TooManyRequests";
            case 500 -> "InternalServerError";
            case 501 -> "NotImplemented";
            case 503 -> "ServiceUnavailable";
            default -> "";
        };
    }

    /** Whether the fault is one that passes. An error whose status is a success has only its code. */
    static boolean isTransient(int status, String code) {
        return (status < 300 && (code.equals("InternalError") || code.equals("ServiceUnavailable")))
                || status == 500
                || status == 502
                || status == 503
                || status == 504
                || code.equals("RequestTimeout")
                || code.equals("RequestTimeoutException");
    }
}
