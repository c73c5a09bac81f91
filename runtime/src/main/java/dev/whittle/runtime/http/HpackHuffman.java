package dev.whittle.runtime.http;

import java.nio.charset.StandardCharsets;

/**
 * Decodes the Huffman code of HPACK: RFC 7541, appendix B. It is a canonical code, so the lengths of its codes tell all of
 * it: among codes of one length, a greater byte has the greater code.
 */
final class HpackHuffman {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;

    /** The symbol that must not occur: the end of the string, whose first bits fill the last byte. */
    private static final int END = 256;

    /** The length of each symbol's code; A stands for 5 bits. */
    private static final String LENGTHS = "ISXXXXXXXTZXXZXXXXXXXXZXXXXXXXXXBFFHIBDGFFDGDBBBAAABBBBBBBCDKBHF"
            + "IBCCCCCCCCCCCCCCCCCCCCCCDCDIOIJBKABABABBBACCBBBABCBAABCCCCCKGJIX"
            + "PRPPRRRSRSSSSSTSTTRSTSSSSQRSRSSTRQPRRSSQSRRTQRSSQQRQSRSSPRRRSRRS"
            + "VVPORSRUVVVWWVTUOQVWWVWTQQVVXWWWPTPQRQQSRRUUTTVSVWVVWWWWWXWWWWWVZ";

    /** The symbols in the order of their codes. */
    private static final char[] SYMBOLS = new char[END + 1];

    /** By length: the first code, the place of its symbol, and how many there are. */
    private static final int[] FIRST = new int[LONGEST + 1];

    private static final int[] PLACE = new int[LONGEST + 1];
    private static final int[] COUNT = new int[LONGEST + 1];

    static {
        int place = 0;
        int code = 0;
        for (int length = SHORTEST; length <= LONGEST; length++) {
            FIRST[length] = code;
            PLACE[length] = place;
            for (char symbol = 0; symbol <= END; symbol++) {
                if (LENGTHS.charAt(symbol) - 'A' + SHORTEST == length) {
                    SYMBOLS[place++] = symbol;
                }
            }
            COUNT[length] = place - PLACE[length];
            code = (code + COUNT[length]) << 1;
        }
    }

    private HpackHuffman() {}

    /** The text of a string, one character for each byte. */
    static String decode(byte[] bytes, int from, int length) throws Http2Exception {
        byte[] out = new byte[(int) (length * 8L / SHORTEST)];
        int size = 0;
        int code = 0;
        int bits = 0;
        for (int i = from; i < from + length; i++) {
            for (int bit = 7; bit >= 0; bit--) {
                code = code << 1 | (bytes[i] >> bit & 1);
                bits++;
                int rank = code - FIRST[bits];
                if (rank < COUNT[bits]) {
                    char symbol = SYMBOLS[PLACE[bits] + rank];
                    if (symbol == END) {
                        throw HpackDecoder.broken("a string of its header block contains the end of a string");
                    }
                    out[size++] = (byte) symbol;
                    code = 0;
                    bits = 0;
                }
            }
        }
        if (bits > 7 || code != (1 << bits) - 1) {
            throw HpackDecoder.broken("a string of its header block is padded with something else than ones");
        }
        return new String(out, 0, size, StandardCharsets.ISO_8859_1);
    }
}
