package dev.whittle.maven;

import dev.whittle.maven.generation.Console;
import org.apache.maven.plugin.logging.Log;

/** Writes to the log of the build. */
final class LogConsole implements Console {
    private final Log log;

    LogConsole(Log log) {
        this.log = log;
    }

    @Override
    public boolean isDetailed() {
        return log.isDebugEnabled();
    }

    @Override
    public void detail(String message) {
        log.debug(message);
    }

    @Override
    public void info(String message) {
        log.info(message);
    }

    @Override
    public void warn(String message) {
        log.warn(message);
    }

    @Override
    public void error(String message) {
        log.error(message);
    }
}
