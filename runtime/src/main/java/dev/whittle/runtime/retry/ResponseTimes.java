package dev.whittle.runtime.retry;

import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.internal.DateParser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the headers of an error say about time. */
final class ResponseTimes {
    /** The beginning of a skewed clock: services accept signatures for at least 5 minutes. */
    private static final long SKEW_MILLIS = 4 * 60_000L;

    private ResponseTimes() {}

    /**
     * How long the service asks to wait, in milliseconds: {@code x-amz-retry-after}, or {@code Retry-After} in seconds or
     * as a date; 0 when it does not say.
     *
     * @param nowMillis the time to count a date from if the response has no date of its own
     */
    static long retryAfterMillis(ServiceException error, long nowMillis) {
        long millis = number(error.details().header("x-amz-retry-after"));
        if (millis >= 0) {
            return millis;
        }
        String text = error.details().header("Retry-After");
        long seconds = number(text);
        if (seconds >= 0) {
            return seconds * 1000;
        }
        Instant date = text == null ? null : DateParser.parse(text.trim());
        if (date == null) {
            return 0;
        }
        Instant sent = date(error);
        return Math.max(0, date.toEpochMilli() - (sent == null ? nowMillis : sent.toEpochMilli()));
    }

    /**
     * How far the service's clock is ahead of the time that a request was signed for, in milliseconds, if the error is
     * one that this may have led to; 0 if it is not.
     */
    static long skewMillis(ServiceException error, long signedMillis) {
        String code = error.errorCode();
        if (code == null || !mayBeSkew(code)) {
            return 0;
        }
        Instant date = date(error);
        long skew = date == null ? 0 : date.toEpochMilli() - signedMillis;
        return Math.abs(skew) < SKEW_MILLIS ? 0 : skew;
    }

    private static boolean mayBeSkew(String code) {
        return switch (code) {
            case "RequestTimeTooSkewed",
                    "RequestExpired",
                    "RequestInTheFuture",
                    "InvalidSignatureException",
                    "SignatureDoesNotMatch",
                    "AuthFailure" -> true;
            default -> false;
        };
    }

    private static @Nullable Instant date(ServiceException error) {
        String date = error.details().header("Date");
        return date == null ? null : DateParser.parse(date.trim());
    }

    /** A number that is not negative and not so large that a thousand times it would not be one; else -1. */
    private static long number(@Nullable String text) {
        String digits = text == null ? "" : text.trim();
        if (digits.isEmpty() || digits.length() > 15) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(digits);
    }
}
