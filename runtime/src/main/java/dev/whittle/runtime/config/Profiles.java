package dev.whittle.runtime.config;

import dev.whittle.runtime.error.ConfigurationException;
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
    /** The name of the profile to use where none is chosen. */
    public static final String DEFAULT = "default";

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
                ProfileFile.read(ProfilePaths.config(environment), true),
                ProfileFile.read(ProfilePaths.credentials(environment), false));
    }

    /** The name of the profile to use: {@code aws.profile}, {@code AWS_PROFILE}, or else {@code default}. */
    public static String activeName(Environment environment) {
        String name = environment.setting("aws.profile", "AWS_PROFILE");
        return name == null ? DEFAULT : name;
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
}
