package dev.whittle.runtime.config;

import dev.whittle.runtime.error.ConfigurationException;

/** The value of a setting, and where it was found. */
public final class Setting {
    private final String value;
    private final String place;

    Setting(String value, String place) {
        this.value = value;
        this.place = place;
    }

    /** The value, neither blank nor with spaces around it. */
    public String value() {
        return value;
    }

    /** Where it was found, such as {@code AWS_RETRY_MODE (or aws.retryMode)}. */
    public String place() {
        return place;
    }

    /**
     * The value as a truth value.
     *
     * @throws ConfigurationException if it is neither true nor false
     */
    public boolean flag() {
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        if (value.equalsIgnoreCase("false")) {
            return false;
        }
        throw unexpected("true or false");
    }

    /** The exception for a value that the setting cannot have. */
    public ConfigurationException unexpected(String expected) {
        return new ConfigurationException(place + " is '" + value + "', expected " + expected, null);
    }
}
