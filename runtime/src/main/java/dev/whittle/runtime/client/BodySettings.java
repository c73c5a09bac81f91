package dev.whittle.runtime.client;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Setting;
import dev.whittle.runtime.config.Settings;
import dev.whittle.runtime.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * What a process wants to be done to bodies: compression and checksums. Looked for at the first call that can have
 * either, and kept.
 */
final class BodySettings {
    /** The size from which on AWS's own SDKs compress. */
    private static final int DEFAULT_THRESHOLD = 10_240;

    private final int threshold;
    private final boolean isRequestChecksumRequiredOnly;
    private final boolean isResponseChecksumRequiredOnly;

    private BodySettings(Settings settings) {
        this.threshold = threshold(settings);
        this.isRequestChecksumRequiredOnly = isWhenRequired(settings.find(
                "aws.requestChecksumCalculation", "AWS_REQUEST_CHECKSUM_CALCULATION", "request_checksum_calculation"));
        this.isResponseChecksumRequiredOnly = isWhenRequired(settings.find(
                "aws.responseChecksumValidation", "AWS_RESPONSE_CHECKSUM_VALIDATION", "response_checksum_validation"));
    }

    /**
     * Looks for the settings.
     *
     * @throws ConfigurationException if one of them has a value that is none
     */
    static BodySettings find(Environment environment) {
        return new BodySettings(new Settings(environment));
    }

    /** The size in bytes from which on requests are compressed; {@link Integer#MAX_VALUE} for none. */
    int threshold() {
        return threshold;
    }

    /** Whether a request gets a checksum only if the service demands one or the caller has chosen an algorithm. */
    boolean isRequestChecksumRequiredOnly() {
        return isRequestChecksumRequiredOnly;
    }

    /** Whether the checksum of a response is asked for and compared only if the caller has chosen that. */
    boolean isResponseChecksumRequiredOnly() {
        return isResponseChecksumRequiredOnly;
    }

    private static int threshold(Settings settings) {
        if (settings.flag(
                "aws.disableRequestCompression", "AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression")) {
            return Integer.MAX_VALUE;
        }
        Setting size = settings.find(
                "aws.requestMinCompressionSizeBytes",
                "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
                "request_min_compression_size_bytes");
        return size == null ? DEFAULT_THRESHOLD : size(size);
    }

    /** A number of bytes; one that no body has means the same as the largest that one can have. */
    private static int size(Setting setting) {
        long size = 0;
        String digits = setting.value();
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw setting.unexpected("a number of bytes");
            }
            size = Math.min(Integer.MAX_VALUE, size * 10 + digit);
        }
        return (int) size;
    }

    private static boolean isWhenRequired(@Nullable Setting setting) {
        if (setting == null || setting.value().equalsIgnoreCase("when_supported")) {
            return false;
        }
        if (setting.value().equalsIgnoreCase("when_required")) {
            return true;
        }
        throw setting.unexpected("when_supported or when_required");
    }
}
