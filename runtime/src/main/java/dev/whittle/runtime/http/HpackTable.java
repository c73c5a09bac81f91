package dev.whittle.runtime.http;

/** The static table of HPACK: RFC 7541, appendix A. */
final class HpackTable {
    /** The number of entries; the dynamic table begins behind them. */
    static final int SIZE = 61;

    /** Each entry's name, a space, its value and a bar. */
    private static final String ENTRIES = ":authority |:method GET|:method POST|:path /|:path /index.html|"
            + ":scheme http|:scheme https|:status 200|:status 204|:status 206|:status 304|:status 400|"
            + ":status 404|:status 500|accept-charset |accept-encoding gzip, deflate|accept-language |"
            + "accept-ranges |accept |access-control-allow-origin |age |allow |authorization |"
            + "cache-control |content-disposition |content-encoding |content-language |content-length |"
            + "content-location |content-range |content-type |cookie |date |etag |expect |expires |"
            + "from |host |if-match |if-modified-since |if-none-match |if-range |if-unmodified-since |"
            + "last-modified |link |location |max-forwards |proxy-authenticate |proxy-authorization |"
            + "range |referer |refresh |retry-after |server |set-cookie |strict-transport-security |"
            + "transfer-encoding |user-agent |vary |via |www-authenticate |";

    /** Names at even places, each followed by its value. */
    private static final String[] FIELDS = new String[SIZE * 2];

    static {
        int at = 0;
        for (int i = 0; i < FIELDS.length; i += 2) {
            int space = ENTRIES.indexOf(' ', at);
            int end = ENTRIES.indexOf('|', space);
            FIELDS[i] = ENTRIES.substring(at, space);
            FIELDS[i + 1] = ENTRIES.substring(space + 1, end);
            at = end + 1;
        }
    }

    private HpackTable() {}

    /** The name of an entry, counted from 1. */
    static String name(int index) {
        return FIELDS[index * 2 - 2];
    }

    /** The value of an entry, counted from 1. */
    static String value(int index) {
        return FIELDS[index * 2 - 1];
    }

    /** The entry with a name and a value; the negated first entry with the name if only that is there; 0 for neither. */
    static int find(String name, String value) {
        int named = 0;
        for (int i = SIZE; i > 0; i--) {
            if (name(i).equals(name)) {
                if (value(i).equals(value)) {
                    return i;
                }
                named = -i;
            }
        }
        return named;
    }
}
