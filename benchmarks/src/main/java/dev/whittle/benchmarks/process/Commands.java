package dev.whittle.benchmarks.process;

import java.util.List;
import java.util.Map;

/** The measurements by name. */
final class Commands {
    /** The order in which they run and stand on the page. */
    static final List<String> ORDER = List.of(
            "jmh",
            "loopback",
            "methods",
            "services",
            "callers",
            "cold-start",
            "first-minute",
            "footprint",
            "generation",
            "growth");

    static final Map<String, Command> BY_NAME = Map.of(
            "jmh", new Jmh(),
            "loopback", new Loopback(),
            "methods", new Methods(),
            "services", new Services(),
            "callers", new Callers(),
            "cold-start", new ColdStart(),
            "first-minute", new FirstMinute(),
            "growth", new Growth(),
            "footprint", new Footprint(),
            "generation", new GeneratorCost());

    private Commands() {}
}
