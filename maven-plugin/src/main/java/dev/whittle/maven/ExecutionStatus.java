package dev.whittle.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Where an execution keeps what it must know the next time. */
final class ExecutionStatus {
    private ExecutionStatus() {}

    /** A folder of its own for each execution of each goal; both goals of one execution share its id. */
    static Path directory(MavenProject project, MojoExecution execution) {
        return Path.of(project.getBuild().getDirectory())
                .resolve("maven-status")
                .resolve("whittle")
                .resolve(execution.getGoal())
                .resolve(fileName(execution.getExecutionId()));
    }

    /**
     * A list of its files beside the output folder, for sources that are checked in: those are still there when a clone
     * or {@code clean} has left nothing of the rest. {@code null} if the folder is one of those that {@code clean} takes.
     */
    static @Nullable Path fileList(MavenProject project, MojoExecution execution, Path outputDirectory) {
        Path output = outputDirectory.toAbsolutePath().normalize();
        Path build = Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
        return output.startsWith(build)
                ? null
                : output.resolveSibling("." + output.getFileName() + ".whittle-" + execution.getGoal() + "-"
                        + fileName(execution.getExecutionId()));
    }

    /** An execution may have any id; what a file may not be called is written in hexadecimal. */
    static String fileName(String executionId) {
        StringBuilder name = new StringBuilder(executionId.length());
        for (int i = 0; i < executionId.length(); i++) {
            char c = executionId.charAt(i);
            if (isPlain(c)) {
                name.append(c);
            } else {
                name.append('_').append(Integer.toHexString(c)).append('_');
            }
        }
        return name.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
}
