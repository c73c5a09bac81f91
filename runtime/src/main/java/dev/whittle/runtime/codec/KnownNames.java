package dev.whittle.runtime.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of properties that were read before, so that reading the same one again makes no new string: a table of fixed
 * size, in which a new name takes the place of the one that was there. Threads share it without a lock, since each entry
 * is immutable and a lost one costs a string.
 */
final class KnownNames {
    private static final int PLACES = 1024;
    /** Names that are longer are none of a service's. */
    static final int LONGEST = 64;

    private static final @Nullable Entry[] TABLE = new Entry[PLACES];

    private KnownNames() {}

    /** The name that stands between two places of a buffer, by the hash of all its bytes; null if it is not known. */
    static @Nullable String find(byte[] buffer, int from, int to, int hash) {
        Entry known = TABLE[place(hash)];
        return known != null && Arrays.equals(known.bytes, 0, known.bytes.length, buffer, from, to) ? known.name : null;
    }

    /** Adds a name, in the place of another. */
    static void add(byte[] bytes, int hash, String name) {
        TABLE[place(hash)] = new Entry(bytes, name);
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 15) & PLACES - 1;
    }

    private static final class Entry {
        final byte[] bytes;
        final String name;

        Entry(byte[] bytes, String name) {
            this.bytes = bytes;
            this.name = name;
        }
    }
}
