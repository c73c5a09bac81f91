package dev.whittle.codegen.c2j;

import dev.whittle.codegen.problem.Dialect;

/** The words of {@code service-2.json}. */
public final class C2jDialect implements Dialect {
    @Override
    public String protocol(String id) {
        return ProtocolReader.word(id);
    }
}
