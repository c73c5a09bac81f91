package dev.whittle.runtime.auth.chain;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of the standard chain behind settings in this process: web identity, profile, container, instance. Each is
 * loaded when those before it had none, and the first that has some is asked ever after. To be asked by one thread at a
 * time.
 */
public final class FurtherPlaces implements CredentialsProvider {
    private static final int COUNT = 4;

    private final Environment environment;
    private final String placesBefore;
    private @Nullable CredentialsProvider chosen;

    private FurtherPlaces(Environment environment, String placesBefore) {
        this.environment = environment;
        this.placesBefore = placesBefore;
    }

    /**
     * The further places of an environment, remembering what they gave.
     *
     * @param placesBefore a line for each place that was looked at before, and had none
     */
    public static CredentialsProvider of(Environment environment, String placesBefore) {
        return new CachedCredentials(new FurtherPlaces(environment, placesBefore));
    }

    @Override
    public Credentials credentials() {
        return chosen == null ? choose() : chosen.credentials();
    }

    private Credentials choose() {
        StringBuilder reasons = new StringBuilder(placesBefore);
        List<CallException> failures = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            CredentialsProvider place = place(i);
            try {
                Credentials found = place.credentials();
                chosen = place;
                return found;
            } catch (CallInterruptedException e) {
                throw e;
            } catch (CallException e) {
                reasons.append("\n  ").append(e.getMessage());
                failures.add(e);
            }
        }
        MissingCredentialsException missing = new MissingCredentialsException(reasons.toString(), null);
        for (CallException failure : failures) {
            // Of a place that is merely not set up, the line above says it all.
            if (failure.getCause() != null) {
                missing.addSuppressed(failure);
            }
        }
        throw missing;
    }

    private CredentialsProvider place(int index) {
        return switch (index) {
            case 0 -> new WebIdentityCredentials(environment);
            case 1 -> new ProfileCredentials(environment, null);
            case 2 -> new ContainerCredentials(environment);
            default -> new InstanceCredentials(environment);
        };
    }
}
