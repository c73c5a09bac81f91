package dev.whittle.runtime.config;

import dev.whittle.runtime.error.ConfigurationException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the shared configuration files are. */
final class ProfilePaths {
    private ProfilePaths() {}

    /** Whether one of the files is there, which is quick to tell. */
    static boolean anyExists(Environment environment) {
        return config(environment).toFile().exists()
                || credentials(environment).toFile().exists();
    }

    static Path config(Environment environment) {
        return path(environment, "aws.configFile", "AWS_CONFIG_FILE", "config");
    }

    static Path credentials(Environment environment) {
        return path(environment, "aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE", "credentials");
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
