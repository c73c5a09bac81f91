package dev.whittle.codegen.write;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files below an output directory that are ours.
 *
 * @param complete whether the run that wrote it came to its end; else some of the files may be missing or old
 * @param files what is known of each file, by its relative path
 */
record Manifest(boolean complete, SortedMap<String, Stamp> files) {
    /** Nothing is ours. */
    static final Manifest EMPTY = new Manifest(false, new TreeMap<>());

    Manifest {
        files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * By what a later run tells that nobody touched a file.
     *
     * @param size in bytes
     * @param modified in milliseconds since 1970
     */
    record Stamp(long size, long modified) {
        /** A file that is yet to be written. */
        static final Stamp PENDING = new Stamp(-1, -1);
    }
}
