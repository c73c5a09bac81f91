package dev.whittle.runtime.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes header blocks: HPACK, RFC 7541. Names and values have one character for each byte. The dynamic table has the
 * default size of HTTP/2, and the fields of a block may be as large as the client announces in its settings.
 */
final class HpackDecoder {
    /** The largest dynamic table that the server may use. */
    private static final int TABLE_LIMIT = 4096;

    /** How large the fields of a block may be in all, each with its overhead. */
    static final int FIELDS_LIMIT = 64 * 1024;

    /** What RFC 7541 adds to the size of each field. */
    private static final int OVERHEAD = 32;

    /** The dynamic table: names at even places, each followed by its value, the newest last. */
    private final List<String> table = new ArrayList<>();

    private int tableSize;
    private int tableLimit = TABLE_LIMIT;

    private byte[] bytes = Connection.NO_BUFFER;
    private int at;
    private int end;

    static Http2Exception broken(String problem) {
        return new Http2Exception(Http2Exception.COMPRESSION_ERROR, problem);
    }

    /** Decodes a whole block; its fields include those whose names begin with a colon. */
    HttpHeaders decode(byte[] block, int from, int to) throws Http2Exception {
        bytes = block;
        at = from;
        end = to;
        HttpHeaders.Builder fields = HttpHeaders.builder();
        int size = 0;
        while (at < end) {
            int first = bytes[at] & 0xFF;
            String name;
            String value;
            if (first >= 0x80) {
                int index = integer(7);
                name = field(index, 0);
                value = field(index, 1);
            } else if (first >> 5 == 1) {
                if (size > 0) {
                    throw broken("the size of the dynamic table changes within a header block");
                }
                resize(integer(5));
                continue;
            } else {
                int index = integer(first >= 0x40 ? 6 : 4);
                name = index == 0 ? string() : field(index, 0);
                value = string();
                if (first >= 0x40) {
                    add(name, value);
                }
            }
            size += name.length() + value.length() + OVERHEAD;
            if (size > FIELDS_LIMIT) {
                throw Http2Exception.calm("its headers are larger than 64 KiB");
            }
            fields.add(name, value);
        }
        return fields.build();
    }

    private String field(int index, int part) throws Http2Exception {
        if (index > 0 && index <= HpackTable.SIZE) {
            return part == 0 ? HpackTable.name(index) : HpackTable.value(index);
        }
        int place = table.size() - 2 * (index - HpackTable.SIZE);
        if (index == 0 || place < 0) {
            throw broken("a header refers to an entry that the tables do not have");
        }
        return table.get(place + part);
    }

    private void resize(int size) throws Http2Exception {
        if (size > TABLE_LIMIT) {
            throw broken("its dynamic table is larger than 4 KiB");
        }
        tableLimit = size;
        evict(0);
    }

    private void add(String name, String value) {
        int size = name.length() + value.length() + OVERHEAD;
        evict(size);
        if (size <= tableLimit) {
            table.add(name);
            table.add(value);
            tableSize += size;
        }
    }

    /** Drops the oldest entries until there is room, or none is left. */
    private void evict(int room) {
        while (!table.isEmpty() && tableSize + room > tableLimit) {
            tableSize -= table.remove(0).length() + table.remove(0).length() + OVERHEAD;
        }
    }

    private int octet() throws Http2Exception {
        if (at == end) {
            throw broken("a header block ends within a field");
        }
        return bytes[at++];
    }

    /** Reads an integer whose first byte has so many bits of it. */
    private int integer(int prefix) throws Http2Exception {
        int mask = (1 << prefix) - 1;
        int value = octet() & mask;
        if (value < mask) {
            return value;
        }
        for (int shift = 0; shift < 28; shift += 7) {
            int b = octet();
            value += (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw broken("an integer of its header block is too large");
    }

    private String string() throws Http2Exception {
        boolean isHuffman = at < end && bytes[at] < 0;
        int length = integer(7);
        if (length > end - at) {
            throw broken("a header block ends within a field");
        }
        String text = isHuffman
                ? HpackHuffman.decode(bytes, at, length)
                : new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }
}
