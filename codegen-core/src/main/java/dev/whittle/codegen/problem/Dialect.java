package dev.whittle.codegen.problem;

/** The words of a format for models, so that problems speak to authors in the format that they write. */
public interface Dialect {
    /** A protocol, which is given by the id of its trait. */
    String protocol(String id);
}
