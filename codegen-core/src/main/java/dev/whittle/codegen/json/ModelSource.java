package dev.whittle.codegen.json;

import org.jspecify.annotations.Nullable;

/** A model file and its siblings, as bytes. */
public final class ModelSource {
    private final String displayName;
    private final byte[] model;
    private final byte @Nullable [] paginators;
    private final byte @Nullable [] waiters;
    private final byte @Nullable [] endpointRuleSet;

    /**
     * A model that has been read.
     *
     * @param displayName the model file as the user knows it
     * @param model the model itself
     * @param paginators the sibling that says which operations come in pages, {@code null} where there is none
     * @param waiters the sibling that says what can be waited for, {@code null} where there is none
     * @param endpointRuleSet the sibling that says where the service is reached, {@code null} where there is none
     */
    public ModelSource(
            String displayName,
            byte[] model,
            byte @Nullable [] paginators,
            byte @Nullable [] waiters,
            byte @Nullable [] endpointRuleSet) {
        this.displayName = displayName;
        this.model = model;
        this.paginators = paginators;
        this.waiters = waiters;
        this.endpointRuleSet = endpointRuleSet;
    }

    /** The model file as the user knows it: a path, or an archive and the entry inside it. */
    public String displayName() {
        return displayName;
    }

    /** The bytes of the model itself; not to be changed. */
    public byte[] model() {
        return model;
    }

    /** The bytes of the sibling that says which operations come in pages, {@code null} where there is none. */
    public byte @Nullable [] paginators() {
        return paginators;
    }

    /** The bytes of the sibling that says what can be waited for, {@code null} where there is none. */
    public byte @Nullable [] waiters() {
        return waiters;
    }

    /** The bytes of the sibling that says where the service is reached, {@code null} where there is none. */
    public byte @Nullable [] endpointRuleSet() {
        return endpointRuleSet;
    }
}
