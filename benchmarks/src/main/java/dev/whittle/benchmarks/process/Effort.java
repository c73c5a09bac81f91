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

    /** Seconds of a round of calls that warms up a process. */
    int warmUp() {
        return quick ? 4 : 5;
    }

    /** Rounds of warming up at most; there are no more when the JVM's compiler rests. */
    int warmUps() {
        return quick ? 2 : 12;
    }

    /** Seconds of measuring under load. */
    int load() {
        return quick ? 3 : 5;
    }

    /** Seconds at a steady rate. */
    int steady() {
        return quick ? 15 : 60;
    }

    /** Rounds at a steady rate. */
    int steadyRounds() {
        return quick ? 1 : 3;
    }

    /** Rounds of each number of callers. */
    int callerRounds() {
        return 1;
    }

    /** Rounds of warming up many callers at most. */
    int callersWarmUps() {
        return quick ? 1 : 6;
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
