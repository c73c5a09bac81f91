package dev.whittle.maven.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/**
 * What the poms of a project say about its clients at one time: its pom, and the parents that lie in the same repository.
 *
 * @param version the version of the project, {@code null} if it is not written in its pom
 * @param settings the configurations of the plugin, with the properties that they use
 */
record ProjectHistory(@Nullable String version, List<String> settings) {
    private static final String PLUGIN = "whittle-maven-plugin";
    private static final int MOST_PARENTS = 20;
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^{}]{1,200})}");

    /** Reads files as they were at some time. */
    interface Files {
        /** The bytes of a file, if it existed. */
        Optional<byte[]> read(Path file) throws IOException;
    }

    /** Reads a pom and its parents; what cannot be read says nothing. */
    static ProjectHistory of(Path pom, Files files) throws IOException {
        List<String> settings = new ArrayList<>();
        Properties properties = new Properties();
        String version = null;
        Path next = pom;
        for (int i = 0; i < MOST_PARENTS && next != null; i++) {
            Model model = model(files.read(next));
            if (model == null) {
                break;
            }
            version = i == 0 ? version(model) : version;
            model.getProperties().forEach(properties::putIfAbsent);
            addSettings(model, settings);
            next = parent(next, model);
        }
        settings.replaceAll(text -> filledIn(text, properties));
        return new ProjectHistory(version, List.copyOf(settings));
    }

    private static @Nullable Model model(Optional<byte[]> pom) {
        try {
            return pom.isEmpty() ? null : new MavenXpp3Reader().read(new ByteArrayInputStream(pom.get()), false);
        } catch (IOException | XmlPullParserException e) {
            return null;
        }
    }

    private static @Nullable String version(Model model) {
        String version = model.getVersion() == null && model.getParent() != null
                ? model.getParent().getVersion()
                : model.getVersion();
        return version == null || version.contains("${") ? null : version;
    }

    private static @Nullable Path parent(Path pom, Model model) {
        Path folder = pom.getParent();
        String relative = model.getParent() == null ? "" : model.getParent().getRelativePath();
        if (folder == null || relative == null || relative.isEmpty()) {
            return null;
        }
        Path parent = folder.resolve(relative).normalize();
        return parent.toString().endsWith(".xml") ? parent : parent.resolve("pom.xml");
    }

    private static void addSettings(Model model, List<String> settings) {
        Build build = model.getBuild();
        if (build != null) {
            addSettings(build, settings);
            addSettings(build.getPluginManagement(), settings);
        }
        for (Profile profile : model.getProfiles()) {
            if (profile.getBuild() != null) {
                addSettings(profile.getBuild(), settings);
                addSettings(profile.getBuild().getPluginManagement(), settings);
            }
        }
    }

    private static void addSettings(@Nullable PluginContainer container, List<String> settings) {
        if (container == null) {
            return;
        }
        for (Plugin plugin : container.getPlugins()) {
            if (PLUGIN.equals(plugin.getArtifactId())) {
                settings.add(String.valueOf(plugin.getConfiguration()));
                for (PluginExecution execution : plugin.getExecutions()) {
                    settings.add(execution.getId() + execution.getGoals() + execution.getConfiguration());
                }
            }
        }
    }

    private static String filledIn(String text, Properties properties) {
        return PROPERTY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(properties.getProperty(found.group(1), found.group())));
    }
}
