package dev.whittle.runtime.endpoint;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.internal.HostLabels;
import dev.whittle.runtime.region.DefaultRegion;
import dev.whittle.runtime.region.RegionFinder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What endpoints depend on: the client's region and settings, and parameters that clients and operations give by name.
 * Immutable; a parameter more makes a new one that refers to the one before.
 */
public final class EndpointParameters {
    private final boolean useFips;
    private final boolean useDualStack;
    private final @Nullable String endpoint;
    private final @Nullable RegionFinder finder;
    private final EndpointParameters root;
    private final @Nullable String region;

    private final @Nullable EndpointParameters before;
    private final String name;
    private final Object value;

    private EndpointParameters(
            @Nullable String region,
            @Nullable RegionFinder finder,
            boolean useFips,
            boolean useDualStack,
            @Nullable String endpoint) {
        this.region = region == null ? null : checked(region);
        this.finder = finder;
        this.useFips = useFips;
        this.useDualStack = useDualStack;
        this.endpoint = endpoint;
        this.root = this;
        this.before = null;
        this.name = "";
        this.value = "";
    }

    private EndpointParameters(EndpointParameters before, String name, Object value, @Nullable String endpoint) {
        this.region = null;
        this.finder = null;
        this.useFips = before.useFips;
        this.useDualStack = before.useDualStack;
        this.endpoint = endpoint;
        this.root = before.root;
        this.before = before;
        this.name = name;
        this.value = value;
    }

    private EndpointParameters(EndpointParameters before, String region) {
        this.region = checked(region);
        this.finder = null;
        this.useFips = before.useFips;
        this.useDualStack = before.useDualStack;
        this.endpoint = before.endpoint;
        this.root = this;
        this.before = before;
        this.name = "";
        this.value = "";
    }

    /**
     * What every client has.
     *
     * @param region the region; null for none
     * @param endpoint the URL that takes the place of the region's own endpoint; null for none
     * @throws IllegalArgumentException if the region cannot be part of a host name
     */
    public static EndpointParameters of(
            @Nullable String region, boolean useFips, boolean useDualStack, @Nullable String endpoint) {
        return new EndpointParameters(region, null, useFips, useDualStack, endpoint);
    }

    /** The same, but with a region that is looked for in the usual places when somebody asks for it. */
    public static EndpointParameters findingRegion(
            Environment environment, boolean useFips, boolean useDualStack, @Nullable String endpoint) {
        return new EndpointParameters(null, new RegionFinder(environment), useFips, useDualStack, endpoint);
    }

    /** These and one more, which takes the place of one of the same name; null adds nothing. */
    public EndpointParameters with(String name, @Nullable Object value) {
        return value == null ? this : new EndpointParameters(this, name, value, endpoint);
    }

    /** These with another URL in the place of the region's own endpoint. */
    public EndpointParameters withEndpoint(String url) {
        return new EndpointParameters(this, "", "", url);
    }

    /**
     * These with another region.
     *
     * @throws IllegalArgumentException if the region cannot be part of a host name
     */
    public EndpointParameters withRegion(String other) {
        return new EndpointParameters(this, other);
    }

    /**
     * The region; null when there is none.
     *
     * @throws ConfigurationException if one is found that cannot be part of a host name
     */
    public @Nullable String region() {
        return root.finder == null ? root.region : root.finder.find();
    }

    /** Whether {@link #region} has its result at once. */
    public boolean isRegionReady() {
        return root.finder == null || root.finder.isReady();
    }

    /** The region as far as it is known without looking for it; null when it is not. */
    public @Nullable String knownRegion() {
        return root.region;
    }

    /**
     * The region, for rules that cannot do without.
     *
     * @throws MissingRegionException if there is none
     * @throws ConfigurationException if one is found that cannot be part of a host name
     */
    public String neededRegion() {
        String known = region();
        if (known == null) {
            throw DefaultRegion.missing();
        }
        return known;
    }

    private static String checked(String region) {
        if (!HostLabels.isValid(region)) {
            throw new IllegalArgumentException(
                    "region '" + region + "' cannot be part of a host name: only letters, digits and hyphens can");
        }
        return region;
    }

    /** Whether the endpoint's cryptography must be validated for FIPS 140. */
    public boolean useFips() {
        return useFips;
    }

    /** Whether the endpoint must be reached over IPv4 and IPv6. */
    public boolean useDualStack() {
        return useDualStack;
    }

    /** The URL that takes the place of the region's own endpoint; null for none. */
    public @Nullable String endpoint() {
        return endpoint;
    }

    /**
     * A text given by name; null when it is not given.
     *
     * @throws ConfigurationException if it is not a text
     */
    public @Nullable String text(String name) {
        Object value = value(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new ConfigurationException(
                "the endpoint parameter '" + name + "' must be a text, but is true or false; set it as a text", null);
    }

    /** A text given by name, or what it is when it is not given. */
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /**
     * A truth value given by name; null when it is not given.
     *
     * @throws ConfigurationException if it is not a truth value
     */
    public @Nullable Boolean flag(String name) {
        Object value = value(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw new ConfigurationException(
                "the endpoint parameter '" + name + "' must be true or false, but is a text; set it as a boolean",
                null);
    }

    /** A truth value given by name, or what it is when it is not given. */
    public boolean flag(String name, boolean otherwise) {
        Boolean flag = flag(name);
        return flag == null ? otherwise : flag;
    }

    /** Texts given by name; null when they are not given. */
    @SuppressWarnings("unchecked")
    public @Nullable List<String> texts(String name) {
        Object value = value(name);
        if (value == null || value instanceof List) {
            return (List<String>) value;
        }
        throw new ConfigurationException(
                "the endpoint parameter '" + name + "' is a list of texts, which only the request can set", null);
    }

    /** Texts given by name, or what they are when they are not given. */
    public List<String> texts(String name, List<String> otherwise) {
        List<String> texts = texts(name);
        return texts == null ? otherwise : texts;
    }

    private @Nullable Object value(String wanted) {
        for (EndpointParameters at = this; at != null; at = at.before) {
            if (at.name.equals(wanted)) {
                return at.value;
            }
        }
        return null;
    }
}
