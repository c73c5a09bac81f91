package dev.whittle.runtime.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * A part of the cloud with regions, accounts and domains of its own: what the function {@code aws.partition} of endpoint
 * rules tells of a region.
 *
 * @see <a href="https://smithy.io/2.0/aws/rules-engine/library-functions.html">AWS rules engine library functions</a>
 */
public final class Partition {
    /**
     * For each partition: its name, what its regions begin with, domain, domain of dual-stack endpoints, the region that
     * stands for it as a whole, and a further name of it that is used like a region's. All of them have FIPS and
     * dual-stack endpoints.
     */
    private static final String[] TABLE = {
        "aws", "us,eu,ap,sa,ca,me,af,il,mx", "amazonaws.com", "api.aws", "us-east-1", "aws-global",
        "aws-us-gov", "us-gov", "amazonaws.com", "api.aws", "us-gov-west-1", "aws-us-gov-global",
        "aws-cn", "cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "cn-northwest-1", "aws-cn-global",
        "aws-iso", "us-iso", "c2s.ic.gov", "api.aws.ic.gov", "us-iso-east-1", "aws-iso-global",
        "aws-iso-b", "us-isob", "sc2s.sgov.gov", "api.aws.scloud", "us-isob-east-1", "aws-iso-b-global",
        "aws-iso-e", "eu-isoe", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "eu-isoe-west-1", "aws-iso-e-global",
        "aws-iso-f", "us-isof", "csp.hci.ic.gov", "api.aws.hci.ic.gov", "us-isof-south-1", "aws-iso-f-global",
        "aws-eusc", "eusc-de", "amazonaws.eu", "api.amazonwebservices.eu", "eusc-de-east-1", "",
    };

    private static final int COLUMNS = 6;

    private final int row;

    private Partition(int row) {
        this.row = row;
    }

    /** The partition of a region; AWS's first one for a region that belongs to none. */
    public static Partition of(@Nullable String region) {
        for (int row = 0; region != null && row < TABLE.length; row += COLUMNS) {
            if (region.equals(TABLE[row + 5]) || hasRegion(TABLE[row + 1], region)) {
                return new Partition(row);
            }
        }
        return new Partition(0);
    }

    /** Whether a region is one of the prefixes, a hyphen, a word, a hyphen and a number. */
    private static boolean hasRegion(String prefixes, String region) {
        int number = region.lastIndexOf('-');
        int word = region.lastIndexOf('-', number - 1);
        if (word < 1 || number - word < 2 || number == region.length() - 1) {
            return false;
        }
        for (int i = word + 1; i < region.length(); i++) {
            char c = region.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (i != number && !digit && (i > number || !letter)) {
                return false;
            }
        }
        for (int start = 0; start < prefixes.length(); ) {
            int comma = prefixes.indexOf(',', start);
            int end = comma < 0 ? prefixes.length() : comma;
            if (end - start == word && region.startsWith(prefixes.substring(start, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** Its name, such as {@code aws-cn}. */
    public String name() {
        return TABLE[row];
    }

    /** The domain of its endpoints. */
    public String dnsSuffix() {
        return TABLE[row + 2];
    }

    /** The domain of its endpoints that are reached over IPv4 and IPv6. */
    public String dualStackDnsSuffix() {
        return TABLE[row + 3];
    }

    /** The region that stands for the partition as a whole. */
    public String implicitGlobalRegion() {
        return TABLE[row + 4];
    }

    /** Whether it has endpoints whose cryptography is validated for FIPS 140. */
    public boolean supportsFips() {
        return true;
    }

    /** Whether it has endpoints that are reached over IPv4 and IPv6. */
    public boolean supportsDualStack() {
        return true;
    }
}
