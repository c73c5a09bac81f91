package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Profile;
import dev.whittle.runtime.config.Profiles;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the provider that a profile describes: a role to assume comes first, then keys, then a program. A role may take
 * its credentials from another profile, and so on, but not in a circle.
 */
final class ProfileResolver {
    /** More than anybody chains: each is a request to STS. */
    private static final int LONGEST_CHAIN = 16;

    private static final String NOTHING =
            "has neither aws_access_key_id and aws_secret_access_key nor credential_process nor role_arn";

    private static final String[] SOURCES = {
        "aws_access_key_id",
        "aws_secret_access_key",
        "aws_session_token",
        "credential_process",
        "role_arn",
        "login_session",
        "source_profile",
        "credential_source",
        "web_identity_token_file"
    };

    private final Environment environment;
    private final Profiles profiles;
    private final Set<String> visited = new LinkedHashSet<>();

    ProfileResolver(Environment environment, Profiles profiles) {
        this.environment = environment;
        this.profiles = profiles;
    }

    /**
     * The provider of a profile; null if the profile is not set up.
     *
     * @param name the profile; null for the one that the environment chooses
     * @param reason takes what is not set up, if that is so
     * @throws MissingCredentialsException if the profile is set up, but not properly
     */
    @Nullable
    CredentialsProvider resolve(@Nullable String name, StringBuilder reason) {
        String chosen = name == null ? Profiles.activeName(environment) : name;
        Profile profile = profiles.find(chosen);
        if (profile == null && name == null && chosen.equals(Profiles.DEFAULT)) {
            reason.append("profile '").append(chosen).append("': ").append(notFound());
            return null;
        }
        if (profile != null && name == null && !isSetUp(profile)) {
            reason.append("profile '").append(chosen).append("': ").append(NOTHING);
            return null;
        }
        return resolve(chosen);
    }

    /** Whether a profile says anything of where credentials come from. */
    private static boolean isSetUp(Profile profile) {
        for (String property : SOURCES) {
            if (profile.get(property) != null) {
                return true;
            }
        }
        return profile.hasPropertyLike("sso_");
    }

    private String notFound() {
        return "not found in " + profiles.describeFiles();
    }

    private CredentialsProvider resolve(String name) {
        Profile profile = profiles.find(name);
        if (profile == null) {
            throw missing(name, notFound());
        }
        if (!visited.add(name)) {
            throw missing(name, "its source profiles lead back to it: " + String.join(", ", visited));
        }
        if (visited.size() > LONGEST_CHAIN) {
            throw missing(name, "is the end of a chain of more than " + LONGEST_CHAIN + " source profiles");
        }
        return profile.get("role_arn") == null ? ofItsOwn(profile) : ofRole(profile, session(profile));
    }

    private CredentialsProvider ofItsOwn(Profile profile) {
        if (profile.hasPropertyLike("sso_") || profile.get("login_session") != null) {
            throw missing(
                    profile.name(),
                    (profile.get("login_session") == null
                                    ? "signs in with IAM Identity Center (sso_…), which"
                                    : "signs in with 'aws login' (login_session), which")
                            + " this runtime leaves to the AWS SDK: set its"
                            + " provider on the builder, as in credentials(() -> toCredentials(sdkProvider.resolveCredentials()))");
        }
        CredentialsProvider keys = keys(profile);
        if (keys != null) {
            return keys;
        }
        String command = profile.get("credential_process");
        if (command == null) {
            throw missing(profile.name(), half(profile));
        }
        List<String> words = CommandLine.words(command);
        if (words == null || words.isEmpty()) {
            throw missing(profile.name(), "credential_process is not a command, or has a quote that is not closed");
        }
        return new ProcessCredentials("profile '" + profile.name() + "'", words);
    }

    /** What a profile lacks that has no credentials, but may have a part of what makes some. */
    private static String half(Profile profile) {
        for (String ofRole : new String[] {"source_profile", "credential_source", "web_identity_token_file"}) {
            if (profile.get(ofRole) != null) {
                return "has " + ofRole + " but no role_arn";
            }
        }
        return profile.get("aws_session_token") == null
                ? NOTHING
                : "has aws_session_token but neither aws_access_key_id nor aws_secret_access_key";
    }

    private static @Nullable CredentialsProvider keys(Profile profile) {
        String id = profile.get("aws_access_key_id");
        String secret = profile.get("aws_secret_access_key");
        if (id == null && secret == null) {
            return null;
        }
        if (id == null || secret == null) {
            throw missing(
                    profile.name(),
                    "has aws_"
                            + (id == null
                                    ? "secret_access_key but no aws_access_key_id"
                                    : "access_key_id but no aws_secret_access_key"));
        }
        return CredentialsProvider.of(Credentials.of(id, secret, profile.get("aws_session_token")));
    }

    private CredentialsProvider ofRole(Profile profile, RoleSession session) {
        String tokenFile = profile.get("web_identity_token_file");
        String source = profile.get("source_profile");
        String place = profile.get("credential_source");
        if (tokenFile != null) {
            return new WebIdentityCredentials(environment, tokenFile, session, profile.name());
        }
        if ((source == null) == (place == null)) {
            throw missing(
                    profile.name(),
                    "has role_arn, and so needs one of source_profile, credential_source and web_identity_token_file");
        }
        if (profile.get("mfa_serial") != null) {
            throw missing(
                    profile.name(),
                    "needs a second factor (mfa_serial), which this runtime does not support: set a provider"
                            + " on the builder, or use credential_process");
        }
        CredentialsProvider assuming = place == null ? ofSource(profile, source) : ofPlace(profile, place);
        return new AssumedRoleCredentials(environment, assuming, session, profile.name());
    }

    private CredentialsProvider ofSource(Profile profile, @Nullable String source) {
        // A profile may be its own source: its keys assume its role.
        CredentialsProvider keys = profile.name().equals(source) ? keys(profile) : null;
        return keys == null ? resolve(String.valueOf(source)) : keys;
    }

    private CredentialsProvider ofPlace(Profile profile, String place) {
        return switch (place) {
            case "Environment" -> CredentialsProvider.environment(environment);
            case "Ec2InstanceMetadata" -> new InstanceCredentials(environment);
            case "EcsContainer" -> new ContainerCredentials(environment);
            default ->
                throw missing(
                        profile.name(), "credential_source must be Environment, Ec2InstanceMetadata or EcsContainer");
        };
    }

    private static RoleSession session(Profile profile) {
        String seconds = profile.get("duration_seconds");
        Duration duration = null;
        if (seconds != null) {
            try {
                duration = Duration.ofSeconds(Integer.parseInt(seconds));
            } catch (NumberFormatException e) {
                throw missing(profile.name(), "duration_seconds is not a number");
            }
        }
        return RoleSession.builder(String.valueOf(profile.get("role_arn")))
                .sessionName(profile.get("role_session_name"))
                .externalId(profile.get("external_id"))
                .duration(duration)
                .region(profile.get("region"))
                .build();
    }

    private static MissingCredentialsException missing(String profile, String reason) {
        return new MissingCredentialsException("profile '" + profile + "': " + reason, null);
    }
}
