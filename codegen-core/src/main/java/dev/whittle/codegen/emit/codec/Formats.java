package dev.whittle.codegen.emit.codec;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.emit.codec.form.FormWrites;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.codec.format.WriteFormat;
import dev.whittle.codegen.emit.codec.token.TokenFormat;
import dev.whittle.codegen.emit.codec.token.TokenReads;
import dev.whittle.codegen.emit.codec.token.TokenWrites;
import dev.whittle.codegen.emit.codec.xml.XmlReads;
import dev.whittle.codegen.emit.codec.xml.XmlWrites;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.protocol.wire.WireFormat;

/** The formats of a service, as a class reads and writes them. */
public final class Formats {
    private Formats() {}

    /**
     * The format of responses.
     *
     * @param home the class that reads
     */
    public static ReadFormat reads(EmitContext context, ClassName home) {
        WireFormat format = context.wire().responseFormat();
        return switch (format) {
            case JSON, CBOR -> new TokenReads(context, home, TokenFormat.of(format));
            case XML -> new XmlReads(context, home);
            case FORM -> throw new IllegalArgumentException("no response is a form");
        };
    }

    /**
     * The format of requests.
     *
     * @param home the class that writes
     */
    public static WriteFormat writes(EmitContext context, ClassName home) {
        WireFormat format = context.wire().requestFormat();
        return switch (format) {
            case JSON, CBOR -> new TokenWrites(context, home, TokenFormat.of(format));
            case XML -> new XmlWrites(context, home);
            case FORM -> new FormWrites(context, home);
        };
    }
}
