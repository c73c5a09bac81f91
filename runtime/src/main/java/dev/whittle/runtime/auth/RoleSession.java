package dev.whittle.runtime.auth;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which role to assume, and how, at AWS's Security Token Service (STS). Immutable. */
public final class RoleSession {
    private final String roleArn;
    private final @Nullable String sessionName;
    private final @Nullable String externalId;
    private final @Nullable Duration duration;
    private final @Nullable String region;
    private final @Nullable URI endpoint;

    private RoleSession(Builder builder) {
        this.roleArn = builder.roleArn;
        this.sessionName = builder.sessionName;
        this.externalId = builder.externalId;
        this.duration = builder.duration;
        this.region = builder.region;
        this.endpoint = builder.endpoint;
    }

    /** A session of a role with nothing else set. */
    public static RoleSession of(String roleArn) {
        return builder(roleArn).build();
    }

    /** A builder with the role set and nothing else. */
    public static Builder builder(String roleArn) {
        return new Builder(roleArn);
    }

    /** The Amazon Resource Name of the role. */
    public String roleArn() {
        return roleArn;
    }

    /** The name that audit logs show; null for one with the time in it. */
    public @Nullable String sessionName() {
        return sessionName;
    }

    /** What the role's owner agreed on with a third party; null for nothing. */
    public @Nullable String externalId() {
        return externalId;
    }

    /** How long the credentials are to be valid, in whole seconds; null for what the service takes for usual, an hour. */
    public @Nullable Duration duration() {
        return duration;
    }

    /** The region whose STS is asked; null for the default region. */
    public @Nullable String region() {
        return region;
    }

    /** The endpoint of STS; null for the region's own. */
    public @Nullable URI endpoint() {
        return endpoint;
    }

    @Override
    public String toString() {
        return "RoleSession[" + roleArn + "]";
    }

    /** Builds {@link RoleSession}. */
    public static final class Builder {
        private final String roleArn;
        private @Nullable String sessionName;
        private @Nullable String externalId;
        private @Nullable Duration duration;
        private @Nullable String region;
        private @Nullable URI endpoint;

        private Builder(String roleArn) {
            this.roleArn = Objects.requireNonNull(roleArn, "roleArn must not be null");
        }

        /** Sets the name that audit logs show. */
        public Builder sessionName(@Nullable String sessionName) {
            this.sessionName = sessionName;
            return this;
        }

        /** Sets what the role's owner agreed on with a third party. */
        public Builder externalId(@Nullable String externalId) {
            this.externalId = externalId;
            return this;
        }

        /** Sets how long the credentials are to be valid; STS takes 15 minutes to what the role allows. */
        public Builder duration(@Nullable Duration duration) {
            this.duration = duration;
            return this;
        }

        /** Sets the region whose STS is asked. */
        public Builder region(@Nullable String region) {
            this.region = region;
            return this;
        }

        /** Sets the endpoint of STS. */
        public Builder endpoint(@Nullable URI endpoint) {
            this.endpoint = endpoint;
            return this;
        }

        /** The session. */
        public RoleSession build() {
            return new RoleSession(this);
        }
    }
}
