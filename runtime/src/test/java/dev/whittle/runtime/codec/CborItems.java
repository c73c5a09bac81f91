package dev.whittle.runtime.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes items of CBOR in all the ways that RFC 8949 allows, and some that have been damaged since. */
final class CborItems {
    private static final List<String> TEXTS =
            List.of("", "a", "key", "__type", "ü", "€", "😀", "\u0000", "\uFFFD", "x y");
    private static final long[] NUMBERS = {
        0, 1, 23, 24, 255, 256, 65_535, 65_536, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, -1
    };

    private final Random random;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    CborItems(Random random) {
        this.random = random;
    }

    /** A map or an array, with what the format has. */
    byte[] item() {
        out = new ByteArrayOutputStream();
        container(0);
        return out.toByteArray();
    }

    /** An item with a few bytes changed, added or left out. */
    byte[] damaged() {
        byte[] bytes = item();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            switch (random.nextInt(4)) {
                case 0 -> {
                    changed.write(random.nextInt());
                    changed.write(bytes, at + 1, bytes.length - at - 1);
                }
                case 1 -> {
                    changed.write(random.nextInt());
                    changed.write(bytes, at, bytes.length - at);
                }
                case 2 -> changed.write(bytes, at + 1, bytes.length - at - 1);
                default -> {
                    // Cut off.
                }
            }
            bytes = changed.toByteArray();
        }
        return bytes;
    }

    private void container(int depth) {
        boolean map = random.nextBoolean();
        int size = random.nextInt(5);
        boolean indefinite = random.nextBoolean();
        start(map ? 5 : 4, indefinite, size);
        for (int i = 0; i < size; i++) {
            if (map) {
                string(3);
            }
            value(depth + 1);
        }
        if (indefinite) {
            out.write(0xFF);
        }
    }

    private void start(int type, boolean indefinite, long size) {
        if (indefinite) {
            out.write(type << 5 | 31);
        } else {
            head(type, size);
        }
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 4 ? 11 : 13)) {
            case 0 -> out.write(0xF4);
            case 1 -> out.write(0xF5);
            case 2 -> out.write(0xF6);
            case 3, 4 -> head(random.nextInt(2), NUMBERS[random.nextInt(NUMBERS.length)]);
            case 5, 6 -> string(3);
            case 7 -> string(2);
            case 8 -> {
                out.write(0xFA);
                bytes(ByteBuffer.allocate(4).putFloat(random.nextInt(100) / 8f).array());
            }
            case 9 -> {
                out.write(0xFB);
                bytes(ByteBuffer.allocate(8).putDouble(random.nextGaussian()).array());
            }
            case 10 -> {
                head(6, 2 + random.nextInt(2));
                byte[] number = new byte[1 + random.nextInt(20)];
                random.nextBytes(number);
                head(2, number.length);
                bytes(number);
            }
            default -> container(depth);
        }
    }

    private void string(int type) {
        boolean indefinite = random.nextInt(4) == 0;
        if (indefinite) {
            out.write(type << 5 | 31);
        }
        int chunks = indefinite ? random.nextInt(4) : 1;
        for (int i = 0; i < chunks; i++) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            byte[] bytes = text.repeat(random.nextInt(200) == 0 ? 5_000 : 1).getBytes(StandardCharsets.UTF_8);
            head(type, bytes.length);
            bytes(bytes);
        }
        if (indefinite) {
            out.write(0xFF);
        }
    }

    private void bytes(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    /** The number in any of the sizes that it fits into. */
    private void head(int type, long number) {
        int least = number >= 0 && number < 24
                ? 0
                : number >= 0 && number <= 0xFF
                        ? 1
                        : number >= 0 && number <= 0xFFFF ? 2 : number >= 0 && number <= 0xFFFF_FFFFL ? 3 : 4;
        int size = least + random.nextInt(5 - least);
        if (size == 0) {
            out.write(type << 5 | (int) number);
            return;
        }
        out.write(type << 5 | 23 + size);
        for (int shift = 8 * ((1 << size - 1) - 1); shift >= 0; shift -= 8) {
            out.write((int) (number >> shift));
        }
    }
}
