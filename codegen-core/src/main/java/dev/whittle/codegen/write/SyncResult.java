package dev.whittle.codegen.write;

/**
 * What bringing a directory up to date took.
 *
 * @param written files that were new or different
 * @param unchanged files that were already there with the same bytes, and were not touched
 * @param removed files of an earlier generation that are no longer wanted
 */
public record SyncResult(int written, int unchanged, int removed) {
    /** How many files the directory now holds. */
    public int files() {
        return written + unchanged;
    }

    /** Whether anything on the disk is different now. */
    public boolean changedAnything() {
        return written + removed > 0;
    }
}
