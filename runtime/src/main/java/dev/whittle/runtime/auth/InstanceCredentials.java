package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.internal.PercentEncoding;
import dev.whittle.runtime.metadata.CredentialsHttp.Response;
import dev.whittle.runtime.metadata.InstanceMetadata;
import org.jspecify.annotations.Nullable;

/** The credentials of the role of the EC2 instance that this runs on. Asks anew every time. */
final class InstanceCredentials extends Source implements StableSource {
    private static final String ROLES = "/latest/meta-data/iam/security-credentials/";

    private final InstanceMetadata metadata;

    /** The credentials of the instance whose metadata service an environment names. */
    InstanceCredentials(Environment environment) {
        this.metadata = new InstanceMetadata(environment);
    }

    @Override
    public boolean isStable() {
        return true;
    }

    @Override
    @Nullable
    Credentials find(StringBuilder reason) {
        InstanceMetadata.Session session = metadata.session(reason);
        if (session == null) {
            return null;
        }
        Response roles = session.get(ROLES);
        int end = roles.body().indexOf('\n');
        String role = (end < 0 ? roles.body() : roles.body().substring(0, end)).trim();
        if (roles.status() == 404 || (roles.status() == 200 && role.isEmpty())) {
            reason.append(InstanceMetadata.PLACE + ": the instance has no role");
            return null;
        }
        check(roles, "the request for its role");
        StringBuilder path = new StringBuilder(ROLES);
        PercentEncoding.encode(path, role);
        Response response = session.get(path.toString());
        check(response, "the request for its credentials");
        CredentialsJson json = CredentialsJson.read(InstanceMetadata.PLACE, response.body());
        if (!isSuccess(json.get("Code"))) {
            throw missing("it has a role, but no credentials for it; its trust policy may not name EC2");
        }
        return json.credentials("Token");
    }

    private static boolean isSuccess(@Nullable String code) {
        return code == null || code.equals("Success");
    }

    private static void check(Response response, String request) {
        if (response.status() != 200) {
            throw missing(request + " returned HTTP " + response.status());
        }
    }

    private static MissingCredentialsException missing(String reason) {
        return new MissingCredentialsException(InstanceMetadata.PLACE + ": " + reason, null);
    }
}
