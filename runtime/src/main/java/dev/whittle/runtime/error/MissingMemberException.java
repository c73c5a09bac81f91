package dev.whittle.runtime.error;

/** A required member was not set when a structure was built, or is empty where the request's URI needs it. */
public final class MissingMemberException extends RequestNotSentException {
    private static final long serialVersionUID = 1L;

    private final String shape;
    private final String member;

    /**
     * Makes the exception for a member that is not set.
     *
     * @param shape the name of the structure or operation
     * @param member the member's name in the model
     */
    public MissingMemberException(String shape, String member) {
        this(shape, member, "is not set");
    }

    /**
     * Makes the exception.
     *
     * @param shape the name of the structure or operation
     * @param member the member's name in the model
     * @param fault what is wrong with it, such as {@code is empty}
     */
    public MissingMemberException(String shape, String member, String fault) {
        super(shape + ": required member '" + member + "' " + fault, null);
        this.shape = shape;
        this.member = member;
    }

    /**
     * The exception for a member that is not set. It is returned as what it is a kind of, so that code that throws it
     * loads this class only then.
     */
    public static RuntimeException notSet(String shape, String member) {
        return new MissingMemberException(shape, member);
    }

    /** The name of the structure or operation. */
    public String shape() {
        return shape;
    }

    /** The member's name in the model. */
    public String member() {
        return member;
    }
}
