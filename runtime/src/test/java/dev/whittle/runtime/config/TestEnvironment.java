package dev.whittle.runtime.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An environment of a test's own: nothing of this machine is in it, and no metadata service is asked. */
public final class TestEnvironment implements Environment {
    private final Map<String, String> variables = new ConcurrentHashMap<>();
    private final Map<String, String> properties = new ConcurrentHashMap<>();

    /** An environment whose home directory does not exist. */
    public TestEnvironment() {
        variables.put("HOME", "/nonexistent/home");
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    /** An environment with a home directory. */
    public TestEnvironment(Path home) {
        this();
        variables.put("HOME", home.toString());
    }

    public TestEnvironment set(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public TestEnvironment unset(String name) {
        variables.remove(name);
        return this;
    }

    public TestEnvironment setProperty(String name, String value) {
        properties.put(name, value);
        return this;
    }

    @Override
    public @Nullable String variable(String name) {
        return variables.get(name);
    }

    @Override
    public @Nullable String property(String name) {
        return properties.get(name);
    }
}
