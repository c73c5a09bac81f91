package dev.whittle.maven.generation;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told, each line as Maven would print it. */
public final class RecordingConsole implements Console {
    public final List<String> lines = new ArrayList<>();

    boolean detailed;

    @Override
    public boolean isDetailed() {
        return detailed;
    }

    @Override
    public void detail(String message) {
        lines.add("[DEBUG] " + message);
    }

    @Override
    public void info(String message) {
        lines.add("[INFO] " + message);
    }

    @Override
    public void warn(String message) {
        lines.add("[WARNING] " + message);
    }

    @Override
    public void error(String message) {
        lines.add("[ERROR] " + message);
    }
}
