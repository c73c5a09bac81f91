package dev.whittle.benchmarks.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** What is asked of DynamoDB, SQS and STS, and what they respond, in memory and over loopback. */
public final class ServiceResponses {
    /** The table. */
    public static final String TABLE = "orders";

    /** The partition key of the item. */
    public static final String CUSTOMER = "c-20418";

    /** The sort key of the item. */
    public static final String ORDER = "2026-11-22#01KAMQ4W9TZ7E3R5XH2VYB8NDC";

    /** The queue. */
    public static final String QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";

    /** How many messages are received. */
    public static final int MESSAGES = 10;

    /** The role. */
    public static final String ROLE = "arn:aws:iam::123456789012:role/orders";

    private static final String ASSUMED = """
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser>\
            <AssumedRoleId>AROA3XFRBF535PLBIFPI4:orders</AssumedRoleId>\
            <Arn>arn:aws:sts::123456789012:assumed-role/orders/orders</Arn></AssumedRoleUser><Credentials>\
            <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>\
            <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY</SecretAccessKey>\
            <SessionToken>AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeo</SessionToken>\
            <Expiration>2026-11-22T10:47:02Z</Expiration></Credentials></AssumeRoleResult><ResponseMetadata>\
            <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata></AssumeRoleResponse>\
            """;

    private static final String ITEM = """
            {"Item":{"customerId":{"S":"c-20418"},"orderId":{"S":"2026-11-22#01KAMQ4W9TZ7E3R5XH2VYB8NDC"},\
            "status":{"S":"SHIPPED"},"placedAt":{"N":"1795338930"},"total":{"N":"184.35"},"paid":{"BOOL":true},\
            "note":{"NULL":true},"labels":{"SS":["express","gift","returning-customer"]},\
            "weights":{"NS":["0.42","1.7"]},"signature":{"B":"MEUCIQDk0o2vXH1v1M3p0c6m8Qy3m2Jc1a7cXo0lqvW6y8hQ5wIgFqk"},\
            "address":{"M":{"name":{"S":"Zo\u00eb Marchetti"},"street":{"S":"12 Rue des Carmes"},"postcode":{"S":"75005"},\
            "city":{"S":"Paris"},"country":{"S":"FR"}}},\
            "lines":{"L":[{"M":{"sku":{"S":"KB-75-ISO"},"quantity":{"N":"1"},"price":{"N":"129.90"}}},\
            {"M":{"sku":{"S":"CBL-USBC-2M"},"quantity":{"N":"3"},"price":{"N":"18.15"}}}]}}}\
            """;

    private ServiceResponses() {}

    /** An item of twelve attributes of all common kinds. */
    public static byte[] item() {
        return ITEM.getBytes(StandardCharsets.UTF_8);
    }

    /** The credentials of a role, in XML. */
    public static byte[] assumed() {
        return ASSUMED.getBytes(StandardCharsets.UTF_8);
    }

    /** Ten messages, each a JSON object as text, with its attributes and a true checksum, which AWS's client compares. */
    public static byte[] messages() {
        StringBuilder out = new StringBuilder("{\"Messages\":[");
        for (int i = 0; i < MESSAGES; i++) {
            String body = "{\"type\":\"order.shipped\",\"orderId\":\"01KAMQ4W9TZ7E3R5XH2VYB8ND" + i
                    + "\",\"customerId\":\"c-2041" + i + "\",\"carrier\":\"DHL\",\"parcels\":[{\"id\":\"JJD0" + i
                    + "\",\"grams\":1740}],\"at\":\"2026-11-22T09:47:0" + i + "Z\"}";
            out.append(i == 0 ? "" : ",")
                    .append("{\"MessageId\":\"5fea7756-0ea4-451a-a703-a558b933e27")
                    .append(i);
            out.append("\",\"ReceiptHandle\":\"")
                    .append(receipt(i))
                    .append("\",\"MD5OfBody\":\"")
                    .append(md5(body));
            out.append("\",\"Body\":\"").append(body.replace("\"", "\\\"")).append("\",\"Attributes\":{");
            out.append("\"SenderId\":\"AIDASSYFHUBOBT7F4XT75\",\"ApproximateReceiveCount\":\"1\",");
            out.append("\"SentTimestamp\":\"179533893012").append(i).append("\",");
            out.append("\"ApproximateFirstReceiveTimestamp\":\"179533893045")
                    .append(i)
                    .append("\"}}");
        }
        return out.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String receipt(int message) {
        return "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a".repeat(5) + message;
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The checksum that DynamoDB sends with a body, and that both clients compare. */
    public static String crc32(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return Long.toString(sum.getValue());
    }
}
