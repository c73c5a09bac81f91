package dev.whittle.benchmarks.floor;

import java.time.Instant;
import java.time.LocalDate;

/** Timestamps of the one form that the answers here hold, {@code 2026-11-22T09:15:30.123Z}, and of signatures. */
final class FloorDates {
    private FloorDates() {}

    /** {@code 20261122T091530Z}. */
    static String basic(long epochSecond) {
        LocalDate day = LocalDate.ofEpochDay(epochSecond / 86_400);
        long second = epochSecond % 86_400;
        long date = day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
        long time = 1_000_000 + second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60;
        return date + "T" + Long.toString(time).substring(1) + "Z";
    }

    static Instant parse(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long second = number(text, 11, 13) * 3600L + number(text, 14, 16) * 60L + number(text, 17, 19);
        int nano = 0;
        int scale = 100_000_000;
        if (text.charAt(19) == '.') {
            for (int i = 20; text.charAt(i) != 'Z'; i++) {
                nano += (text.charAt(i) - '0') * scale;
                scale /= 10;
            }
        }
        return Instant.ofEpochSecond(day * 86_400 + second, nano);
    }

    private static int number(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
