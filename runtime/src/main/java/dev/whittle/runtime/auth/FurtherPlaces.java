package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/**
 * The places of the standard chain behind settings in this process: web identity, profile, container, instance. Each is
 * loaded when those before it are not set up. The first that is set up counts, even if it fails: credentials of another
 * place would be those of another identity. The first that has credentials is asked from then on. For one thread at a
 * time.
 */
final class FurtherPlaces implements CredentialsProvider, StableSource {
    private static final int COUNT = 4;

    private final Environment environment;
    private final String placesBefore;
    private @Nullable Source chosen;
    private @Nullable Source instance;

    private FurtherPlaces(Environment environment, String placesBefore) {
        this.environment = environment;
        this.placesBefore = placesBefore;
    }

    /**
     * The further places of an environment, remembering what they gave.
     *
     * @param placesBefore a line for each place that was asked before, and is not set up
     */
    static CachedCredentials of(Environment environment, String placesBefore) {
        return new CachedCredentials(new FurtherPlaces(environment, placesBefore));
    }

    @Override
    public boolean isStable() {
        return chosen instanceof StableSource stable && stable.isStable();
    }

    @Override
    public Credentials credentials() {
        return chosen == null ? choose() : chosen.credentials();
    }

    private Credentials choose() {
        StringBuilder reasons = new StringBuilder(placesBefore);
        for (int i = 0; i < COUNT; i++) {
            reasons.append("\n  ");
            Source place = place(i);
            Credentials found = ask(place, i, reasons);
            if (found != null) {
                chosen = place;
                return found;
            }
        }
        throw new MissingCredentialsException(reasons.toString(), null);
    }

    private static @Nullable Credentials ask(Source place, int index, StringBuilder reasons) {
        try {
            return place.find(reasons);
        } catch (ConfigurationException e) {
            throw new MissingCredentialsException(
                    e.getMessage() + "\n  The client asks no other source while this one is set up. Fix it, or "
                            + remedy(index) + "; the next call asks again.",
                    e);
        }
    }

    private Source place(int index) {
        return switch (index) {
            case 0 -> new WebIdentityCredentials(environment);
            case 1 -> new ProfileCredentials(environment, null);
            case 2 -> new ContainerCredentials(environment);
            default -> instance();
        };
    }

    /** Always the same one, because it remembers whether there is an instance. */
    private Source instance() {
        Source known = instance;
        if (known == null) {
            instance = known = new InstanceSource(environment);
        }
        return known;
    }

    private static String remedy(int index) {
        return switch (index) {
            case 0 -> "unset AWS_WEB_IDENTITY_TOKEN_FILE";
            case 1 -> "choose another profile";
            case 2 -> "unset AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI";
            default -> "set AWS_EC2_METADATA_DISABLED to true";
        };
    }
}
