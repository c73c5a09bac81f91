package dev.whittle.codegen.problem;

/**
 * The words of a format for models, so that problems speak to authors in the format that they write. Phrases for hints
 * continue the sentence that the method's description quotes.
 */
public interface Dialect {
    /** A protocol, which is given by the id of its trait. */
    String protocol(String id);

    /** That a service has no id: a whole sentence. */
    String noServiceId();

    /** That a service has no endpoint prefix: a whole sentence. */
    String noEndpointPrefix();

    /** That a service has no name by which requests name their operation: a whole sentence. */
    String noTargetPrefix();

    /** That a service has no version, which requests name: a whole sentence. */
    String noApiVersion();

    /** What names the one endpoint of a service: "… is 'x', which has no host". */
    String globalEndpoint();

    /** What gives a member a name on the wire: "give it a …". */
    String nameOnWire();

    /** What says how an operation uses HTTP: "it needs …". */
    String http();

    /** What makes a member required: "…: the URI needs it". */
    String makeRequired();

    /** What binds a member to a label: "member 'x' needs … to be bound to it". */
    String bindToLabel();

    /** What a member has that is bound to a label of another name: "member 'x' has …". */
    String boundToLabel(String label);

    /** What makes a structure an exception: "mark the shape with …". */
    String exception();

    /** What makes a member all of the body: "…: a stream is the whole body". */
    String makePayload(String member);

    /** What makes a member a header of an event: "mark it with …". */
    String eventHeader();

    /** What makes a member a label of the host name: "mark member 'x' with …". */
    String hostLabel();

    /** The members of the input that say where a page begins: "it names 2 of …". */
    String inputTokens();

    /** The paths to where the next page begins: "it names 2 of …". */
    String outputTokens();
}
