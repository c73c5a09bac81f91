package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;

/** The media types of what is not in the format of a protocol. */
public final class ContentTypes {
    /** The media type of bytes. */
    static final String BYTES = "application/octet-stream";

    private static final String TEXT = "text/plain";

    private ContentTypes() {}

    /**
     * The media type of a payload that is a value of a shape.
     *
     * @param contentType that of values in the format of the protocol
     */
    public static String ofPayload(Shape target, String contentType) {
        if (target instanceof SimpleShape simple && simple.mediaType() != null) {
            return simple.mediaType();
        }
        if (target instanceof EnumShape || target.is(SimpleType.STRING)) {
            return TEXT;
        }
        return target.is(SimpleType.BLOB) ? BYTES : contentType;
    }
}
