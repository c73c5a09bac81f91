package dev.whittle.codegen.protocol.wire;

/** A format of bodies. It decides which codecs are generated, and which reader and writer of the runtime they use. */
public enum WireFormat {
    JSON,
    CBOR,
    XML,
    /** Parameters of a form; only requests have it. */
    FORM
}
