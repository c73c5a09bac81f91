package dev.whittle.codegen.json;

import java.util.Collection;

/** One of the files of a model. */
public final class ModelFile {
    private final String name;
    private final byte[] bytes;

    /**
     * A file that has been read.
     *
     * @param name the file as the user knows it: a path, or an archive and the entry inside it
     * @param bytes what it holds
     */
    public ModelFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** The file as the user knows it: a path, or an archive and the entry inside it. */
    public String name() {
        return name;
    }

    /** What it holds; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whether it is written in Smithy's language, by its name. */
    public boolean isSmithyIdl() {
        return isSmithyIdl(name);
    }

    static boolean isSmithyIdl(String fileName) {
        return fileName.endsWith(".smithy");
    }

    /**
     * Whether it is JSON with the key that every syntax tree of Smithy has.
     *
     * @param others keys that only files of another format have; what follows them does not matter
     */
    public boolean isSmithyAst(Collection<String> others) {
        return ModelText.hasKey(bytes, "smithy", others);
    }

    /** The same file with another name for the user. */
    ModelFile named(String other) {
        return new ModelFile(other, bytes);
    }
}
