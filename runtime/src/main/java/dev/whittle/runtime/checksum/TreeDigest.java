package dev.whittle.runtime.checksum;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The SHA-256 tree hash as a digest. Each hash in the list is that of a whole subtree; the sizes of the subtrees, in
 * pieces, are the powers of two in the number of pieces so far, so that the list stays short.
 */
final class TreeDigest extends MessageDigest {
    private static final int PIECE = 1024 * 1024;

    private final MessageDigest content = ChecksumAlgorithm.SHA256.digest();
    private final MessageDigest piece = ChecksumAlgorithm.SHA256.digest();
    private final List<byte[]> hashes = new ArrayList<>();
    private long pieces;
    private int size;

    TreeDigest() {
        super("SHA-256 tree hash");
    }

    /** The SHA-256 of all bytes, pieces or not. Nothing can be added then. */
    byte[] content() {
        return content.digest();
    }

    @Override
    protected void engineUpdate(byte value) {
        engineUpdate(new byte[] {value}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
        content.update(bytes, offset, length);
        int at = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, PIECE - size);
            piece.update(bytes, at, count);
            at += count;
            left -= count;
            size += count;
            if (size == PIECE) {
                endPiece();
            }
        }
    }

    private void endPiece() {
        byte[] hash = piece.digest();
        size = 0;
        for (long others = pieces++; (others & 1) == 1; others >>= 1) {
            hash = above(hash);
        }
        hashes.add(hash);
    }

    /** The hash of the last subtree and the one behind it, together. */
    private byte[] above(byte[] right) {
        piece.update(hashes.remove(hashes.size() - 1));
        return piece.digest(right);
    }

    @Override
    protected byte[] engineDigest() {
        if (size > 0 || pieces == 0) {
            endPiece();
        }
        byte[] hash = hashes.remove(hashes.size() - 1);
        while (!hashes.isEmpty()) {
            hash = above(hash);
        }
        engineReset();
        return hash;
    }

    @Override
    protected void engineReset() {
        content.reset();
        piece.reset();
        hashes.clear();
        pieces = 0;
        size = 0;
    }
}
