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
            "streams",
            "cold-start",
            "first-minute",
            "footprint",
            "trimmed",
            "generation",
            "growth");

    static final Map<String, Command> BY_NAME = Map.ofEntries(
            Map.entry("jmh", new Jmh()),
            Map.entry("loopback", new Loopback()),
            Map.entry("methods", new Methods()),
            Map.entry("services", new Services()),
            Map.entry("callers", new Callers()),
            Map.entry("streams", new Streams()),
            Map.entry("cold-start", new ColdStart()),
            Map.entry("first-minute", new FirstMinute()),
            Map.entry("growth", new Growth()),
            Map.entry("footprint", new Footprint()),
            Map.entry("trimmed", new Trimmed()),
            Map.entry("generation", new GeneratorCost()));

    private Commands() {}
}
