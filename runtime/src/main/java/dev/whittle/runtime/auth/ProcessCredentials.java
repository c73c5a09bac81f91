package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.internal.OutOfContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedAction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that a program writes to its standard output, as JSON. It is run anew every time, unless it said once
 * that its credentials do not expire. Its standard error is this process's, so that it can ask or complain; nothing that
 * it writes gets into a message.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">Process credential
 *     provider</a>
 */
final class ProcessCredentials implements CredentialsProvider {
    private static final int OUTPUT_LIMIT = 64 * 1024;
    private static final long TIME_LIMIT_MILLIS = 60_000;
    private static final long POLL_MILLIS = 5;

    private final String place;
    private final List<String> command;
    private final long timeLimitMillis;
    private volatile @Nullable Credentials lasting;

    /**
     * A program and its arguments, which may take a minute.
     *
     * @param place what messages begin with
     */
    ProcessCredentials(String place, List<String> command) {
        this(place, command, TIME_LIMIT_MILLIS);
    }

    ProcessCredentials(String place, List<String> command, long timeLimitMillis) {
        this.place = place;
        this.command = List.copyOf(command);
        this.timeLimitMillis = timeLimitMillis;
        if (this.command.isEmpty()) {
            throw new MissingCredentialsException(place + ": the command is empty", null);
        }
    }

    @Override
    public Credentials credentials() {
        Credentials known = lasting;
        if (known != null) {
            return known;
        }
        CredentialsJson json = CredentialsJson.read(place, output());
        if (!"1".equals(json.get("Version"))) {
            throw missing("the output of " + program() + " is not of version 1", null);
        }
        Credentials found = json.credentials("SessionToken");
        if (found.expiration() == null) {
            lasting = found;
        }
        return found;
    }

    private String output() {
        Process process;
        try {
            process = OutOfContext.run(new PrivilegedAction<Process>() {
                @Override
                public Process run() {
                    return start();
                }
            });
        } catch (UncheckedIOException e) {
            // Not as the cause: it quotes the command, whose arguments may be secret.
            throw missing(program() + " cannot be run", null);
        }
        try {
            process.getOutputStream().close();
            return output(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(place + ": interrupted while " + program() + " was running", e);
        } catch (IOException e) {
            throw missing("the output of " + program() + " cannot be read", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Looks every few milliseconds at what has been written. A read that blocks would wait for whatever children the
     * program leaves behind, and could not be interrupted.
     */
    private Process start() {
        try {
            return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output(Process process) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = process.getInputStream();
        long start = System.nanoTime();
        for (boolean ended = false; ; ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            // What was written before the end is there now, because the end was seen before this look.
            for (int available; (available = in.available()) > 0; ) {
                bytes.write(in.readNBytes(Math.min(available, OUTPUT_LIMIT)));
                if (bytes.size() > OUTPUT_LIMIT) {
                    throw missing(program() + " wrote more than 64 KiB", null);
                }
            }
            if (ended) {
                break;
            }
            if (System.nanoTime() - start > timeLimitMillis * 1_000_000) {
                throw missing(program() + " did not end within " + timeLimitMillis + " ms", null);
            }
        }
        if (process.exitValue() != 0) {
            throw missing(program() + " ended with exit code " + process.exitValue(), null);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String program() {
        return "'" + command.get(0) + "'";
    }

    private MissingCredentialsException missing(String reason, @Nullable IOException cause) {
        return new MissingCredentialsException(place + ": " + reason, cause);
    }
}
