package dev.whittle.runtime.client;

/** What an error's code and status say by themselves, before any model is asked. */
final class ErrorCodes {
    private ErrorCodes() {}

    /** The bare name in {@code namespace#Name:http://…}. */
    static String bare(String code) {
        int end = code.indexOf(':');
        String name = end < 0 ? code : code.substring(0, end);
        return name.substring(name.indexOf('#') + 1).trim();
    }

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
