package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.protocol.wire.WireFormat;

/**
 * A format that is read and written token by token. The readers and writers of all such formats have the same methods, so
 * that codecs differ in the names of these classes only.
 *
 * @param reader the runtime's reader
 * @param writer the runtime's writer
 * @param accessor the method of requests and responses that returns them
 * @param errors the runtime's class that reads errors in this format
 */
public record TokenFormat(ClassName reader, ClassName writer, String accessor, ClassName errors) {
    private static final TokenFormat JSON =
            new TokenFormat(RuntimeTypes.JSON_READER, RuntimeTypes.JSON_WRITER, "json", RuntimeTypes.JSON_ERRORS);
    private static final TokenFormat CBOR =
            new TokenFormat(RuntimeTypes.CBOR_READER, RuntimeTypes.CBOR_WRITER, "cbor", RuntimeTypes.CBOR_ERRORS);

    /** What the runtime has for JSON or CBOR. */
    public static TokenFormat of(WireFormat format) {
        return format == WireFormat.CBOR ? CBOR : JSON;
    }

    /** The type of the elements of a collection. */
    static TypeName elementType(TypeName element, boolean sparse) {
        return sparse ? JavaTypes.nullable(element) : element;
    }
}
