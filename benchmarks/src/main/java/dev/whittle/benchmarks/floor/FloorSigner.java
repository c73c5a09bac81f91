package dev.whittle.benchmarks.floor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * The least that is a correct Signature Version 4: host and date are signed, the key is derived once a day, one text is
 * built and hashed. One instance serves one thread.
 */
public final class FloorSigner {
    private static final String EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int BLOCK = 64;

    private final String accessKey;
    private final String secretKey;
    private final String region;
    private final String service;
    private final MessageDigest sha256;
    private final byte[] hash = new byte[32];
    private byte[] innerPad = new byte[BLOCK];
    private byte[] outerPad = new byte[BLOCK];
    private long second = -1;
    private String dateTime = "";
    private String scope = "";

    /** Makes the signer of one account, region and service. */
    public FloorSigner(String accessKey, String secretKey, String region, String service) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
        this.service = service;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The date that the latest signature is for. */
    public String dateTime() {
        return dateTime;
    }

    /** The Authorization header of a request whose path and query are canonical already. */
    public String sign(String method, String canonicalPath, String query, String host, byte[] body, long epochMillis) {
        try {
            return signed(method, canonicalPath, query, host, body, epochMillis);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String method, String path, String query, String host, byte[] body, long epochMillis)
            throws GeneralSecurityException {
        date(epochMillis / 1000);
        String bodyHash = body.length == 0 ? EMPTY_HASH : hex(sha256.digest(body));
        String canonical = method + "\n" + path + "\n" + query + "\nhost:" + host + "\nx-amz-date:" + dateTime
                + "\n\nhost;x-amz-date\n" + bodyHash;
        sha256.update(canonical.getBytes(StandardCharsets.US_ASCII));
        String toSign = "AWS4-HMAC-SHA256\n" + dateTime + "\n" + scope + "\n" + hex(sha256.digest());
        hmac(toSign.getBytes(StandardCharsets.US_ASCII));
        return "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=host;x-amz-date, Signature="
                + hex(hash);
    }

    private void date(long now) throws GeneralSecurityException {
        if (now == second) {
            return;
        }
        String before = scope;
        dateTime = FloorDates.basic(now);
        scope = dateTime.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        second = now;
        if (!scope.equals(before)) {
            byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.US_ASCII);
            for (String part : new String[] {dateTime.substring(0, 8), region, service, "aws4_request"}) {
                pads(key);
                hmac(part.getBytes(StandardCharsets.US_ASCII));
                key = hash.clone();
            }
            pads(key);
        }
    }

    private void pads(byte[] key) {
        innerPad = new byte[BLOCK];
        outerPad = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            byte b = i < key.length ? key[i] : 0;
            innerPad[i] = (byte) (b ^ 0x36);
            outerPad[i] = (byte) (b ^ 0x5c);
        }
    }

    private void hmac(byte[] data) throws GeneralSecurityException {
        sha256.update(innerPad);
        sha256.update(data);
        sha256.digest(hash, 0, 32);
        sha256.update(outerPad);
        sha256.update(hash);
        sha256.digest(hash, 0, 32);
    }

    private static String hex(byte[] bytes) {
        byte[] text = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = HEX[bytes[i] >> 4 & 15];
            text[2 * i + 1] = HEX[bytes[i] & 15];
        }
        return new String(text, StandardCharsets.US_ASCII);
    }
}
