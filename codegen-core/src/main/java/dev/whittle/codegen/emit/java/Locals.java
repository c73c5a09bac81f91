package dev.whittle.codegen.emit.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The local variables of one method: none gets a name that is in scope already, be it a parameter, a field or a local. */
public final class Locals {
    private final Set<String> taken;

    /** Locals beside these names. */
    public Locals(String... inScope) {
        this(List.of(inScope));
    }

    /** Locals beside these names. */
    public Locals(List<String> inScope) {
        this.taken = new HashSet<>(inScope);
    }

    /** The wanted name, with a number behind it where it is taken. */
    public String name(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
