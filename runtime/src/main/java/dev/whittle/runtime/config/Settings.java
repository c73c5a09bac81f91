package dev.whittle.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a process: each may be in a system property, an environment variable or the profile, which are asked in
 * this order. The files of profiles are read at most once, and only if one of them exists. For one thread at a time.
 */
public final class Settings {
    private final Environment environment;
    private final @Nullable String profileName;
    private boolean profileIsRead;
    private @Nullable Profile profile;
    private @Nullable Profile services;

    /** The settings of a process, with the profile that it has chosen. */
    public Settings(Environment environment) {
        this(environment, null);
    }

    /**
     * The settings of a process with a certain profile.
     *
     * @param profileName the profile; null for the one that the process has chosen
     */
    public Settings(Environment environment, @Nullable String profileName) {
        this.environment = environment;
        this.profileName = profileName;
    }

    /** The setting of a property, a variable or the profile; null when it is set nowhere. */
    public @Nullable Setting find(String property, String variable, String inProfile) {
        Setting here = findHere(property, variable);
        return here == null ? findInProfile(inProfile) : here;
    }

    /**
     * Whether a setting is set to true.
     *
     * @throws dev.whittle.runtime.error.ConfigurationException if it is set to something that is neither true nor false
     */
    public boolean flag(String property, String variable, String inProfile) {
        Setting found = find(property, variable, inProfile);
        return found != null && found.flag();
    }

    /** The setting of a property or a variable; null when it is set in neither. */
    public @Nullable Setting findHere(String property, String variable) {
        String value = environment.setting(property, variable);
        return value == null ? null : new Setting(value, variable + " (or " + property + ")");
    }

    /** A setting of the profile; null when it has none. */
    public @Nullable Setting findInProfile(String name) {
        Profile own = profile();
        String value = own == null ? null : own.get(name);
        return value == null ? null : new Setting(value.trim(), name + " of the profile");
    }

    /** A setting of one service, in the section of services that the profile names; null when there is none. */
    public @Nullable Setting findInServices(String service, String name) {
        Profile section = profile() == null ? null : services;
        String value = section == null ? null : section.get(service + "." + name);
        return value == null ? null : new Setting(value.trim(), name + " of " + service + " in the profile's services");
    }

    private @Nullable Profile profile() {
        if (!profileIsRead) {
            profileIsRead = true;
            if (ProfilePaths.anyExists(environment)) {
                Profiles all = Profiles.read(environment);
                profile = all.find(profileName == null ? Profiles.activeName(environment) : profileName);
                String name = profile == null ? null : profile.get("services");
                services = name == null ? null : all.findServices(name);
            }
        }
        return profile;
    }
}
