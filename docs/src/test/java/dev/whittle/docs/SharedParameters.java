package dev.whittle.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters that several goals have alike: by the same property, and with the same words. */
final class SharedParameters {
    /** What makes two parameters one to users. */
    private record Key(String name, String type, String description, String property) {
        static Key of(Goal.Parameter parameter) {
            return new Key(parameter.name(), parameter.type(), parameter.description(), parameter.property());
        }
    }

    /**
     * One of them.
     *
     * @param first as the first of the goals has it
     * @param goals the goals, in alphabetical order
     * @param defaults the goals by what they have as the default
     */
    record Shared(Goal.Parameter first, List<String> goals, Map<String, List<String>> defaults) {}

    private final Map<Key, Shared> shared = new LinkedHashMap<>();

    SharedParameters(List<Goal> goals) {
        for (Goal goal : goals) {
            for (Goal.Parameter parameter : goal.parameters()) {
                Shared all = shared.computeIfAbsent(
                        Key.of(parameter), key -> new Shared(parameter, new ArrayList<>(), new LinkedHashMap<>()));
                all.goals().add(goal.name());
                all.defaults()
                        .computeIfAbsent(parameter.defaultValue(), value -> new ArrayList<>())
                        .add(goal.name());
            }
        }
        shared.values().removeIf(parameter -> parameter.goals().size() == 1);
    }

    boolean has(Goal.Parameter parameter) {
        return shared.containsKey(Key.of(parameter));
    }

    /** In alphabetical order, each name once. */
    List<Shared> all() {
        Map<String, Shared> byName = new TreeMap<>();
        for (Shared parameter : shared.values()) {
            if (byName.put(parameter.first().name(), parameter) != null) {
                throw new IllegalStateException(
                        "said in two ways: " + parameter.first().name());
            }
        }
        return List.copyOf(byName.values());
    }
}
