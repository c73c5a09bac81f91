package dev.whittle.runtime.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the three timestamp formats of Smithy, whichever is found: {@code date-time} (RFC 3339, any offset), {@code
 * http-date} (RFC 9110's IMF-fixdate, decimals allowed) and {@code epoch-seconds} (decimals and exponents allowed).
 */
public final class DateParser {
    private final String text;
    private int at;

    private DateParser(String text) {
        this.text = text;
    }

    /** The instant that a text stands for; null when it is none. */
    public static @Nullable Instant parse(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return null;
        }
        try {
            DateParser parser = new DateParser(text);
            if (text.charAt(0) > '9') {
                return parser.httpDate();
            }
            return text.length() > 10 && text.charAt(4) == '-' && text.charAt(7) == '-'
                    ? parser.dateTime()
                    : epochSeconds(new BigDecimal(text));
        } catch (ArithmeticException | NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /**
     * The instant of a number of seconds, to the nanosecond.
     *
     * @throws ArithmeticException or DateTimeException if it is out of range
     */
    public static Instant epochSeconds(BigDecimal seconds) {
        // Before setScale, which would write out an absurd exponent digit by digit.
        if (seconds.precision() - (long) seconds.scale() > 18) {
            throw new ArithmeticException("out of range");
        }
        if (seconds.scale() - (long) seconds.precision() > 9) {
            return Instant.EPOCH;
        }
        BigDecimal nanos = seconds.setScale(9, RoundingMode.FLOOR);
        BigDecimal whole = nanos.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(), nanos.subtract(whole).movePointRight(9).longValueExact());
    }

    /** {@code 2014-04-29T18:30:38.123Z}, {@code …+02:00} or, as ISO 8601 allows, {@code …+0200} and {@code …+02}. */
    private @Nullable Instant dateTime() {
        int year = number(4);
        expect('-');
        int month = number(2);
        expect('-');
        int day = number(2);
        char separator = text.charAt(at++);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            return null;
        }
        long second = timeOfDay();
        int nanos = fraction();
        char zone = text.charAt(at++);
        int offset = 0;
        if (zone == '+' || zone == '-') {
            offset = number(2) * 3600;
            if (at < text.length()) {
                at += text.charAt(at) == ':' ? 1 : 0;
                offset += number(2) * 60;
            }
            offset = zone == '-' ? -offset : offset;
        } else if (zone != 'Z' && zone != 'z') {
            return null;
        }
        return at == text.length() ? instant(year, month, day, second - offset, nanos) : null;
    }

    /** {@code Tue, 29 Apr 2014 18:30:38 GMT}. The name of the day is not checked. */
    private @Nullable Instant httpDate() {
        at = text.indexOf(',') + 1;
        if (at == 0) {
            return null;
        }
        skipSpace();
        int day = number(Character.digit(text.charAt(at + 1), 10) < 0 ? 1 : 2);
        skipSpace();
        int month = Dates.month(text, at);
        at += 3;
        skipSpace();
        int year = number(4);
        skipSpace();
        long second = timeOfDay();
        int nanos = fraction();
        skipSpace();
        boolean utc = text.startsWith("GMT", at) || text.startsWith("UTC", at);
        return utc && at + 3 == text.length() ? instant(year, month, day, second, nanos) : null;
    }

    private static @Nullable Instant instant(int year, int month, int day, long second, int nanos) {
        if (month < 1 || month > 12 || day < 1) {
            return null;
        }
        long epochDay = Dates.epochDay(year, month, day);
        // A day that the month does not have comes back as one of the next month.
        if (Dates.date(epochDay) != year * 10_000L + month * 100L + day) {
            return null;
        }
        return Instant.ofEpochSecond(epochDay * 86_400 + second, nanos);
    }

    private long timeOfDay() {
        int hour = number(2);
        expect(':');
        int minute = number(2);
        expect(':');
        int second = number(2);
        // 60 is a leap second: the first of the next minute, as POSIX counts.
        if (hour > 23 || minute > 59 || second > 60) {
            throw new NumberFormatException(text);
        }
        return hour * 3600L + minute * 60L + second;
    }

    private int fraction() {
        if (text.charAt(at) != '.') {
            return 0;
        }
        at++;
        int start = at;
        int nanos = 0;
        for (int digit; (digit = digitAt(at)) >= 0; at++) {
            if (at - start < 9) {
                nanos = nanos * 10 + digit;
            }
        }
        if (at == start) {
            throw new NumberFormatException(text);
        }
        for (int i = at - start; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int number(int width) {
        int value = 0;
        for (int end = at + width; at < end; at++) {
            int digit = digitAt(at);
            if (digit < 0) {
                throw new NumberFormatException(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private int digitAt(int index) {
        int digit = index < text.length() ? text.charAt(index) - '0' : -1;
        return digit <= 9 ? digit : -1;
    }

    private void expect(char c) {
        if (text.charAt(at++) != c) {
            throw new NumberFormatException(text);
        }
    }

    private void skipSpace() {
        while (text.charAt(at) == ' ') {
            at++;
        }
    }
}
