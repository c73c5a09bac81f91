package dev.whittle.runtime.config;

import dev.whittle.runtime.error.ConfigurationException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of the shared configuration files as they were when they were read: {@code ~/.aws/config} ({@code
 * AWS_CONFIG_FILE}, {@code aws.configFile}) and {@code ~/.aws/credentials} ({@code AWS_SHARED_CREDENTIALS_FILE}, {@code
 * aws.sharedCredentialsFile}). System properties come before environment variables. Where both files have a property of
 * a profile, the credentials file's counts.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials
 *     files</a>
 */
public final class Profiles {
    private final ProfileFile config;
    private final ProfileFile credentials;

    private Profiles(ProfileFile config, ProfileFile credentials) {
        this.config = config;
        this.credentials = credentials;
    }

    /**
     * Reads both files; one that does not exist has no profiles.
     *
     * @throws ConfigurationException if a file cannot be read or is not in the format; it names file and line
     */
    public static Profiles read(Environment environment) {
        return new Profiles(
                ProfileFile.read(configPath(environment), true), ProfileFile.read(credentialsPath(environment), false));
    }

    /** Whether one of the files is there, which is quick to tell. */
    static boolean areThere(Environment environment) {
        return configPath(environment).toFile().exists()
                || credentialsPath(environment).toFile().exists();
    }

    private static Path configPath(Environment environment) {
        return path(environment, "aws.configFile", "AWS_CONFIG_FILE", "config");
    }

    private static Path credentialsPath(Environment environment) {
        return path(environment, "aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE", "credentials");
    }

    /** The name of the profile to use: {@code aws.profile}, {@code AWS_PROFILE}, or else {@code default}. */
    public static String activeName(Environment environment) {
        String name = environment.setting("aws.profile", "AWS_PROFILE");
        return name == null ? "default" : name;
    }

    /** A profile; null when neither file has it. */
    public @Nullable Profile find(String name) {
        if (!config.has(name) && !credentials.has(name)) {
            return null;
        }
        Map<String, String> properties = new HashMap<>(config.properties(name));
        properties.putAll(credentials.properties(name));
        return new Profile(name, properties);
    }

    /** What a {@code services} section of the config file says of services; null when there is none of that name. */
    @Nullable
    Profile findServices(String name) {
        String section = ProfileFileParser.SERVICES + name;
        return config.has(section) ? new Profile(section, config.properties(section)) : null;
    }

    /** Whether the files are still what was read. */
    public boolean isCurrent() {
        return config.isCurrent() && credentials.isCurrent();
    }

    /** The files, for a message: {@code /home/me/.aws/config (which does not exist) and /home/me/.aws/credentials}. */
    public String describeFiles() {
        return describe(config) + " and " + describe(credentials);
    }

    private static String describe(ProfileFile file) {
        return file.exists() ? file.path().toString() : file.path() + " (which does not exist)";
    }

    private static Path path(Environment environment, String property, String variable, String name) {
        String set = environment.setting(property, variable);
        String home = home(environment);
        String text = set;
        if (set == null) {
            text = home + File.separator + ".aws" + File.separator + name;
        } else if (set.equals("~") || set.startsWith("~/") || set.startsWith("~" + File.separator)) {
            text = home + set.substring(1);
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ConfigurationException(variable + " or " + property + " is not a path", e);
        }
    }

    private static String home(Environment environment) {
        String home = environment.variable("HOME");
        if (home == null && File.separatorChar == '\\') {
            home = environment.variable("USERPROFILE");
        }
        if (home == null) {
            home = environment.property("user.home");
        }
        return home == null ? "" : home;
    }
}
