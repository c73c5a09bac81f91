package dev.whittle.runtime.auth;

import dev.whittle.runtime.internal.Dates;

/** One second, as signatures write it. */
final class SigningDate {
    private final long epochSecond;
    private final String dateTime;
    private final String date;

    private SigningDate(long epochSecond, String dateTime) {
        this.epochSecond = epochSecond;
        this.dateTime = dateTime;
        this.date = dateTime.substring(0, 8);
    }

    static SigningDate at(long epochSecond) {
        long day = Math.floorDiv(epochSecond, 86_400L);
        long second = Math.floorMod(epochSecond, 86_400L);
        // A one in front keeps the zeros in place.
        long time = 1_000_000 + second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60;
        long date = 100_000_000 + Dates.date(day);
        return new SigningDate(
                epochSecond,
                Long.toString(date).substring(1) + "T" + Long.toString(time).substring(1) + "Z");
    }

    long epochSecond() {
        return epochSecond;
    }

    /** {@code 20150830T123600Z}. */
    String dateTime() {
        return dateTime;
    }

    /** {@code 20150830}. */
    String date() {
        return date;
    }
}
