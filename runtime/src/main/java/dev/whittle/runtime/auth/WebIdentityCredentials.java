package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/** The credentials of a role that trusts the issuer of a token in a file, as in EKS. Asks anew every time. */
final class WebIdentityCredentials extends Source {
    private static final String PLACE = "web identity";
    private static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";

    private final Environment environment;
    private final @Nullable String tokenFile;
    private final @Nullable RoleSession session;
    private final @Nullable String profile;

    /** The role and the file that an environment names. */
    WebIdentityCredentials(Environment environment) {
        this.environment = environment;
        this.tokenFile = null;
        this.session = null;
        this.profile = null;
    }

    /** A role and a file. */
    WebIdentityCredentials(Environment environment, String tokenFile, RoleSession session) {
        this(environment, tokenFile, session, null);
    }

    /**
     * A role and a file of a profile.
     *
     * @param profile the profile that says how STS is reached; null for the one that the environment chooses
     */
    WebIdentityCredentials(Environment environment, String tokenFile, RoleSession session, @Nullable String profile) {
        this.environment = environment;
        this.tokenFile = tokenFile;
        this.session = session;
        this.profile = profile;
    }

    @Override
    @Nullable
    Credentials find(StringBuilder reason) {
        String file = tokenFile == null ? environment.setting("aws.webIdentityTokenFile", TOKEN_FILE) : tokenFile;
        if (file == null) {
            reason.append(PLACE + ": " + TOKEN_FILE + " is not set");
            return null;
        }
        RoleSession role = session == null ? sessionOfEnvironment() : session;
        String token = SecretFile.read(PLACE, tokenFile == null ? TOKEN_FILE : "the web identity token", file);
        return Sts.assumeRoleWithWebIdentity(PLACE, environment, profile, role, token);
    }

    private RoleSession sessionOfEnvironment() {
        String role = environment.setting("aws.roleArn", "AWS_ROLE_ARN");
        if (role == null) {
            throw new MissingCredentialsException(PLACE + ": " + TOKEN_FILE + " is set, but AWS_ROLE_ARN is not", null);
        }
        return RoleSession.builder(role)
                .sessionName(environment.setting("aws.roleSessionName", "AWS_ROLE_SESSION_NAME"))
                .build();
    }
}
