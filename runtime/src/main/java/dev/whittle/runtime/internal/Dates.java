package dev.whittle.runtime.internal;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The calendar in plain arithmetic: java.time's formatters cost a new process more to load than a whole call takes.
 * Days are counted in the proleptic Gregorian calendar, UTC.
 */
public final class Dates {
    private static final String DAYS = "ThuFriSatSunMonTueWed";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long DAY = 86_400;
    private static final long FIRST_SECOND = epochDay(0, 1, 1) * DAY;
    private static final long LAST_SECOND = epochDay(10_000, 1, 1) * DAY - 1;

    private Dates() {}

    /** Days since 1970-01-01 of a date, the month from 1. */
    public static long epochDay(long year, int month, int day) {
        // Years are taken to begin in March, so that the leap day is a year's last.
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /** The date of a day since 1970-01-01 as the number {@code yyyymmdd}. */
    public static long date(long epochDay) {
        long shifted = epochDay + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + day;
    }

    /**
     * RFC 3339, in UTC: {@code 2014-04-29T18:30:38Z}, with as many decimals as the instant has.
     *
     * @throws IllegalArgumentException outside the years 0 to 9999
     */
    public static String dateTime(Instant instant) {
        StringBuilder out = new StringBuilder(30);
        long date = dateOf(instant);
        digits(out, date / 10_000, 4).append('-');
        digits(out, date / 100 % 100, 2).append('-');
        digits(out, date % 100, 2).append('T');
        time(out, instant);
        return out.append('Z').toString();
    }

    /**
     * The IMF-fixdate of RFC 9110: {@code Tue, 29 Apr 2014 18:30:38 GMT}, with decimals if the instant has some.
     *
     * @throws IllegalArgumentException outside the years 0 to 9999
     */
    public static String httpDate(Instant instant) {
        StringBuilder out = new StringBuilder(36);
        long date = dateOf(instant);
        int weekday = (int) Math.floorMod(Math.floorDiv(instant.getEpochSecond(), DAY), 7L) * 3;
        int month = (int) (date / 100 % 100 - 1) * 3;
        out.append(DAYS, weekday, weekday + 3).append(", ");
        digits(out, date % 100, 2).append(' ');
        out.append(MONTHS, month, month + 3).append(' ');
        digits(out, date / 10_000, 4).append(' ');
        time(out, instant);
        return out.append(" GMT").toString();
    }

    /** Whether {@link #dateTime} and {@link #httpDate} have digits for an instant: the years 0 to 9999. */
    public static boolean isWritable(Instant instant) {
        long second = instant.getEpochSecond();
        return second >= FIRST_SECOND && second <= LAST_SECOND;
    }

    /** Seconds since 1970 with milliseconds, if there are any. */
    public static BigDecimal epochSeconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond())
                .add(BigDecimal.valueOf(instant.getNano() / 1_000_000, 3))
                .stripTrailingZeros();
    }

    /** The month, from 1, of an English abbreviation at a place in a text; 0 when it is none. */
    static int month(String text, int at) {
        for (int i = 0; i < 12; i++) {
            if (text.regionMatches(true, at, MONTHS, i * 3, 3)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static long dateOf(Instant instant) {
        if (!isWritable(instant)) {
            throw UnwritableException.ofTimestamp("");
        }
        return date(Math.floorDiv(instant.getEpochSecond(), DAY));
    }

    private static void time(StringBuilder out, Instant instant) {
        long second = Math.floorMod(instant.getEpochSecond(), DAY);
        digits(out, second / 3600, 2).append(':');
        digits(out, second / 60 % 60, 2).append(':');
        fraction(digits(out, second % 60, 2), instant.getNano());
    }

    // Without trailing zeros; nothing for none.
    private static void fraction(StringBuilder out, int nanos) {
        if (nanos == 0) {
            return;
        }
        digits(out.append('.'), nanos, 9);
        int end = out.length();
        while (out.charAt(end - 1) == '0') {
            end--;
        }
        out.setLength(end);
    }

    private static StringBuilder digits(StringBuilder out, long value, int width) {
        long scale = 1;
        for (int i = 1; i < width; i++) {
            scale *= 10;
        }
        for (; scale > 0; scale /= 10) {
            out.append((char) ('0' + value / scale % 10));
        }
        return out;
    }
}
