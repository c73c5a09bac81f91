package dev.whittle.runtime.auth.chain;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.RoleSession;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/** The credentials of a role that trusts the issuer of a token in a file, as in EKS. Asks anew every time. */
public final class WebIdentityCredentials implements CredentialsProvider {
    private static final String PLACE = "web identity";
    private static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";

    private final Environment environment;
    private final @Nullable String tokenFile;
    private final @Nullable RoleSession session;

    /** The role and the file that an environment names. */
    WebIdentityCredentials(Environment environment) {
        this.environment = environment;
        this.tokenFile = null;
        this.session = null;
    }

    /** A role and a file. */
    public WebIdentityCredentials(Environment environment, String tokenFile, RoleSession session) {
        this.environment = environment;
        this.tokenFile = tokenFile;
        this.session = session;
    }

    @Override
    public Credentials credentials() {
        String file = tokenFile == null ? environment.setting("aws.webIdentityTokenFile", TOKEN_FILE) : tokenFile;
        if (file == null) {
            throw new MissingCredentialsException(PLACE + ": " + TOKEN_FILE + " is not set", null);
        }
        RoleSession role = session == null ? sessionOfEnvironment() : session;
        String token = SecretFile.read(PLACE, tokenFile == null ? TOKEN_FILE : "the web identity token", file);
        return Sts.assumeRoleWithWebIdentity(PLACE, environment, role, token);
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
