package dev.whittle.maven;

import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What a pom configures, as far as it has no effect: Maven 3.8 passes over that in silence. */
final class ExecutionConfiguration {
    private static final String COMMAND_LINE = "default-cli";

    private ExecutionConfiguration() {}

    /** What to say of each parameter that an execution sets and no goal has. */
    static List<String> unknownParameters(MavenProject project, MojoExecution execution) {
        Plugin plugin = plugin(project, execution);
        if (plugin == null) {
            return List.of();
        }
        PluginExecution configured = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        Object configuration = configured == null ? plugin.getConfiguration() : configured.getConfiguration();
        List<String> messages = new ArrayList<>();
        if (configuration instanceof Xpp3Dom parameters) {
            Set<String> known = known(execution);
            for (Xpp3Dom parameter : parameters.getChildren()) {
                if (!known.contains(parameter.getName())) {
                    messages.add(
                            "the configuration sets '" + parameter.getName() + "', which is no parameter of any goal ("
                                    + Suggestions.didYouMeanOr(parameter.getName(), known, "there are") + ")");
                }
            }
        }
        return messages;
    }

    /** The plugin as the pom has it: the execution's own may be that of another module. */
    private static @Nullable Plugin plugin(MavenProject project, MojoExecution execution) {
        return project.getPlugin(
                execution.getMojoDescriptor().getPluginDescriptor().getPluginLookupKey());
    }

    /** Those of all goals, because an execution may run several and configures all of them in one place. */
    private static Set<String> known(MojoExecution execution) {
        Set<String> names = new TreeSet<>();
        for (MojoDescriptor goal :
                execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            for (Parameter parameter : goal.getParameters()) {
                if (parameter.isEditable()) {
                    names.add(parameter.getName());
                }
            }
        }
        return names;
    }

    /** Whether an execution of the project is not the only one of its goal. */
    static boolean isOneOfSeveral(MavenProject project, MojoExecution execution) {
        Plugin plugin = plugin(project, execution);
        if (plugin == null || execution.getExecutionId().equals(COMMAND_LINE)) {
            return false;
        }
        return plugin.getExecutions().stream()
                        .filter(each -> each.getGoals().contains(execution.getGoal()))
                        .count()
                > 1;
    }

    /**
     * How a goal of the command line is run with the configuration of an execution; null where there is none that it
     * misses.
     */
    static @Nullable String elsewhere(MavenProject project, MojoExecution execution) {
        Plugin plugin = plugin(project, execution);
        if (plugin == null || !execution.getExecutionId().equals(COMMAND_LINE)) {
            return null;
        }
        for (PluginExecution other : plugin.getExecutions()) {
            if (other.getConfiguration() != null) {
                return "the configuration of the execution '" + other.getId() + "' counts with mvn whittle:"
                        + execution.getGoal() + "@" + other.getId();
            }
        }
        return null;
    }
}
