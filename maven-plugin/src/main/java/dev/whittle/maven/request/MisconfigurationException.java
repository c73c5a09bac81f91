package dev.whittle.maven.request;

import java.util.List;

/** Parameters that ask for something that cannot be. The message is for the user and names every fault. */
public final class MisconfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Several faults at once.
     *
     * @param faults a sentence each, at least one
     */
    public MisconfigurationException(List<String> faults) {
        super(
                faults.size() == 1
                        ? faults.get(0)
                        : faults.size() + " problems with the configuration:\n  - " + String.join("\n  - ", faults));
    }

    /** One fault. */
    public MisconfigurationException(String fault) {
        this(List.of(fault));
    }
}
