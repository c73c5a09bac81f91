package dev.whittle.runtime.auth;

import java.nio.charset.StandardCharsets;

/** The key that signs a day's requests, as the two blocks that HMAC begins its hashes with. */
final class SigningKey {
    private static final int BLOCK = 64;

    private final Credentials credentials;
    private final String date;
    private final byte[] innerPad;
    private final byte[] outerPad;

    private SigningKey(Credentials credentials, String date, byte[] key) {
        this.credentials = credentials;
        this.date = date;
        this.innerPad = pad(key, 0x36);
        this.outerPad = pad(key, 0x5c);
    }

    /** Derives the key of a day. */
    static SigningKey derive(
            Credentials credentials, String date, String region, String service, SigningWorkspace workspace) {
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        if (key.length > BLOCK) {
            key = workspace.hashOf(key);
        }
        for (String part : new String[] {date, region, service, "aws4_request"}) {
            byte[] data = part.getBytes(StandardCharsets.UTF_8);
            workspace.mac(pad(key, 0x36), pad(key, 0x5c), data, 0, data.length);
            key = workspace.hash().clone();
        }
        return new SigningKey(credentials, date, key);
    }

    private static byte[] pad(byte[] key, int with) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ with);
        }
        return block;
    }

    boolean isFor(Credentials wanted, String day) {
        return date.equals(day) && credentials.equals(wanted);
    }

    byte[] innerPad() {
        return innerPad;
    }

    byte[] outerPad() {
        return outerPad;
    }
}
