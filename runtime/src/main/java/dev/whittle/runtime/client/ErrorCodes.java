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

    /** Whether the fault is one that passes. */
    static boolean isTransient(int status, String code) {
        return status == 500
                || status == 502
                || status == 503
                || status == 504
                || code.equals("RequestTimeout")
                || code.equals("RequestTimeoutException");
    }
}
