package dev.whittle.benchmarks.process;

/**
 * How often and how long to measure.
 *
 * @param quick whether a rough figure is enough
 */
record Effort(boolean quick) {
    /** Rounds of short processes. */
    int coldStarts() {
        return quick ? 5 : 21;
    }

    /** Rounds of processes that take long. */
    int rounds() {
        return quick ? 1 : 3;
    }

    /** Seconds before measuring under load. */
    int warmUp() {
        return quick ? 4 : 10;
    }

    /** Seconds of measuring under load. */
    int load() {
        return quick ? 3 : 5;
    }

    /** Seconds at a steady rate. */
    int steady() {
        return quick ? 15 : 60;
    }

    /** Rounds at a steady rate: CPU over a whole minute is steady by itself. */
    int steadyRounds() {
        return 1;
    }

    /** Rounds of each number of callers. */
    int callerRounds() {
        return 1;
    }

    /** Seconds before measuring many callers. */
    int callersWarmUp() {
        return quick ? 4 : 8;
    }

    /** Seconds of measuring many callers. */
    int callersLoad() {
        return quick ? 3 : 5;
    }

    /** Milliseconds before measuring a size, and again of measuring it. */
    int growthMillis() {
        return quick ? 300 : 2_500;
    }
}
