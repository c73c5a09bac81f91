package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Header blocks: the examples of RFC 7541, Netty's encoder and decoder as oracles, and damaged blocks. */
@Timeout(60)
class HpackTest {
    private static final long SEED = 7541;

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static String decode(HpackDecoder decoder, String block) throws Http2Exception {
        byte[] bytes = hex(block);
        return String.join("\n", lines(decoder.decode(bytes, 0, bytes.length)));
    }

    private static List<String> lines(HttpHeaders headers) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            lines.add(headers.name(i) + ": " + headers.value(i));
        }
        return lines;
    }

    /** RFC 7541, appendix C.2: each representation of a field. */
    @ParameterizedTest
    @CsvSource({
        "400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572, custom-key: custom-header",
        "040c 2f73 616d 706c 652f 7061 7468, :path: /sample/path",
        "1008 7061 7373 776f 7264 0673 6563 7265 74, password: secret",
        "82, :method: GET"
    })
    void eachRepresentationIsRead(String block, String field) throws Http2Exception {
        assertThat(decode(new HpackDecoder(), block)).isEqualTo(field);
    }

    /** RFC 7541, appendices C.3 and C.4: three requests on a connection, without and with the Huffman code. */
    @Test
    void theRequestsOfTheSpecificationAreRead() throws Http2Exception {
        String first = ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com";
        String second = first + "\ncache-control: no-cache";
        String third = ":method: GET\n:scheme: https\n:path: /index.html\n:authority: www.example.com\n"
                + "custom-key: custom-value";
        HpackDecoder plain = new HpackDecoder();
        assertThat(decode(plain, "8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d"))
                .isEqualTo(first);
        assertThat(decode(plain, "8286 84be 5808 6e6f 2d63 6163 6865")).isEqualTo(second);
        assertThat(decode(plain, "8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65"))
                .isEqualTo(third);
        HpackDecoder coded = new HpackDecoder();
        assertThat(decode(coded, "8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff")).isEqualTo(first);
        assertThat(decode(coded, "8286 84be 5886 a8eb 1064 9cbf")).isEqualTo(second);
        assertThat(decode(coded, "8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf"))
                .isEqualTo(third);
    }

    /** RFC 7541, appendices C.5 and C.6: responses with a table of 256 bytes, which drops entries. */
    @Test
    void theResponsesOfTheSpecificationAreRead() throws Http2Exception {
        String date =
                "\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:21 GMT\nlocation: https://www.example.com";
        String third = ":status: 200\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:22 GMT\n"
                + "location: https://www.example.com\ncontent-encoding: gzip\n"
                + "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1";
        String size = "3fe1 01";
        HpackDecoder plain = new HpackDecoder();
        assertThat(decode(
                        plain,
                        size + "4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133"
                                + "2032 303a 3133 3a32 3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861"
                                + "6d70 6c65 2e63 6f6d"))
                .isEqualTo(":status: 302" + date);
        assertThat(decode(plain, "4803 3330 37c1 c0bf")).isEqualTo(":status: 307" + date);
        assertThat(decode(
                        plain,
                        "88c1 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3220 474d 54c0"
                                + "5a04 677a 6970 7738 666f 6f3d 4153 444a 4b48 514b 425a 584f 5157 454f 5049 5541"
                                + "5851 5745 4f49 553b 206d 6178 2d61 6765 3d33 3630 303b 2076 6572 7369 6f6e 3d31"))
                .isEqualTo(third);
        // Three entries are left, of which this would be the fourth.
        assertThatThrownBy(() -> decode(plain, "c1")).hasMessageContaining("an entry that the tables do not have");
        HpackDecoder coded = new HpackDecoder();
        assertThat(decode(
                        coded,
                        size + "4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6"
                                + "2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3"))
                .isEqualTo(":status: 302" + date);
        assertThat(decode(coded, "4883 640e ffc1 c0bf")).isEqualTo(":status: 307" + date);
        assertThat(decode(
                        coded,
                        "88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad"
                                + "94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587"
                                + "3160 65c0 03ed 4ee5 b106 3d50 07"))
                .isEqualTo(third);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | an entry that the tables do not have",
                "be | an entry that the tables do not have",
                "4f3f 0161 | ends within a field",
                "ff ffff ffff 7f | an integer of its header block is too large",
                "ff80 8080 8000 | an integer of its header block is too large",
                "3fe2 1f | its dynamic table is larger than 4 KiB",
                "8220 | the size of the dynamic table changes within a header block",
                "00 | ends within a field",
                "0001 | ends within a field",
                "0001 61 | ends within a field",
                "0001 6105 | ends within a field",
                "0001 6181 00 | padded with something else than ones",
                "0001 6182 1fff | padded with something else than ones",
                "0001 6184 ffff ffff | the end of a string",
                "0001 6181 ff | padded with something else than ones",
            })
    void whatTheSpecificationForbidsIsRefused(String block, String problem) {
        assertThatThrownBy(() -> decode(new HpackDecoder(), block))
                .isInstanceOfSatisfying(
                        Http2Exception.class, e -> assertThat(e.code).isEqualTo(Http2Exception.COMPRESSION_ERROR))
                .hasMessageContaining(problem);
    }

    /** A byte for each field, each as large as the table. */
    @Test
    void aBlockThatGrowsManifoldIsRefused() throws Http2Exception {
        HpackDecoder decoder = new HpackDecoder();
        StringBuilder entry = new StringBuilder("40 01 61 7f a1 1e");
        entry.append("78".repeat(4000));
        assertThat(decode(decoder, entry.toString())).hasSize(4003);
        assertThatThrownBy(() -> decode(decoder, "be".repeat(60_000)))
                .isInstanceOfSatisfying(
                        Http2Exception.class, e -> assertThat(e.code).isEqualTo(Http2Exception.ENHANCE_YOUR_CALM))
                .hasMessageContaining("larger than 64 KiB");
    }

    private static String random(Random random, int most, boolean isName) {
        byte[] bytes = new byte[random.nextInt(most) + (isName ? 1 : 0)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (isName ? "abcdefghijklmnopqrstuvwxyz-0123456789".charAt(random.nextInt(37)) : random.nextInt());
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Every byte in values, so every code of Huffman's; few names, so that tables are used; tables of changing sizes. */
    @Test
    void whatNettyEncodesIsRead() throws Exception {
        for (long seed = SEED; seed < SEED + 200; seed++) {
            Random random = new Random(seed);
            DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder(
                    (name, value) -> name.length() % 5 == 0, random.nextBoolean(), 16, random.nextInt(512));
            HpackDecoder decoder = new HpackDecoder();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                names.add(i < 4 ? HpackTable.name(15 + random.nextInt(47)) : random(random, 20, true));
            }
            for (int block = 0; block < 30; block++) {
                if (random.nextInt(4) == 0) {
                    encoder.maxHeaderTableSize(random.nextInt(4097));
                }
                Http2Headers headers = new DefaultHttp2Headers(false);
                List<String> expected = new ArrayList<>();
                for (int i = random.nextInt(20); i > 0; i--) {
                    headers.add(
                            AsciiString.of(names.get(random.nextInt(names.size()))),
                            AsciiString.of(random(random, random.nextInt(4) == 0 ? 300 : 5, false)));
                }
                for (Map.Entry<CharSequence, CharSequence> each : headers) {
                    expected.add(each.getKey() + ": " + each.getValue());
                }
                ByteBuf out = Unpooled.buffer();
                encoder.encodeHeaders(1, headers, out);
                byte[] bytes = new byte[out.readableBytes()];
                out.readBytes(bytes);
                assertThat(lines(decoder.decode(bytes, 0, bytes.length)))
                        .as("seed %s, block %s", seed, block)
                        .isEqualTo(expected);
            }
        }
    }

    /** A cut or damaged block is read as other fields or refused; nothing else happens. */
    @Test
    void damagedBlocksEndInOneException() throws Exception {
        int refused = 0;
        for (long seed = SEED; seed < SEED + 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes;
            if (random.nextBoolean()) {
                bytes = new byte[random.nextInt(60)];
                random.nextBytes(bytes);
            } else {
                bytes = hex("3fe101 4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6"
                        + "2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3");
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                HttpHeaders fields = new HpackDecoder().decode(bytes, 0, random.nextInt(bytes.length + 1));
                assertThat(fields.size()).as("seed %s", seed).isLessThanOrEqualTo(60);
            } catch (Http2Exception e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(refused).isBetween(1000, 19_000);
    }

    private static Http2Headers nettyReads(byte[] block) throws Exception {
        return new DefaultHttp2HeadersDecoder(false, 1 << 20).decodeHeaders(1, Unpooled.wrappedBuffer(block));
    }

    @Test
    void nettyReadsTheHeadOfARequest() throws Exception {
        for (long seed = SEED; seed < SEED + 300; seed++) {
            Random random = new Random(seed);
            HttpRequest.Builder request = HttpRequest.builder()
                    .method(List.of("GET", "POST", "PUT", "X").get(random.nextInt(4)))
                    .origin(random.nextBoolean() ? "http" : "https", "host:8080")
                    .path("/" + random(random, 200, true))
                    .query(random.nextBoolean() ? null : "a=" + random(random, 20_000, true));
            List<String> names = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                String name = "N" + i + random(random, 150, true);
                names.add(name);
                request.headers().add(name, " v\u00e9" + random(random, 40_000 / i, true) + "\t ");
            }
            HttpRequest built = request.build();
            HeadWriter head = new HeadWriter(new byte[64]);
            head.request(built, null, false);
            Http2Headers read = nettyReads(HpackEncoder.request(head, built.scheme()));
            assertThat(read.method()).as("seed %s", seed).hasToString(built.method());
            assertThat(read.scheme()).hasToString(built.scheme());
            assertThat(read.authority()).hasToString("host:8080");
            String query = built.query();
            assertThat(read.path()).hasToString(query == null ? built.path() : built.path() + "?" + query);
            for (String name : names) {
                AsciiString value = (AsciiString) read.get(name.toLowerCase(java.util.Locale.ROOT));
                assertThat(new String(value.toByteArray(), StandardCharsets.UTF_8))
                        .as("seed %s", seed)
                        .isEqualTo(built.headers().first(name).strip());
            }
            boolean hasLength = built.method().equals("POST") || built.method().equals("PUT");
            assertThat(read.size()).isEqualTo(4 + names.size() + (hasLength ? 1 : 0));
        }
    }

    @Test
    void whatConcernsAConnectionOfHttp1IsLeftOutAndSecretsAreNotIndexed() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.builder().method("POST").origin("https", "h").body(new Growing());
        request.headers()
                .add("Connection", "x")
                .add("Keep-Alive", "x")
                .add("Proxy-Connection", "x")
                .add("Upgrade", "x")
                .add("TE", "gzip")
                .add("te", "trailers")
                .add("Authorization", "secret")
                .add("X-Amz-Security-Token", "secret")
                .add("X-Amz-Date", "x");
        HeadWriter head = new HeadWriter(new byte[64]);
        head.request(request.build(), null, false);
        byte[] block = HpackEncoder.request(head, "https");
        List<String> names = new ArrayList<>();
        for (Map.Entry<CharSequence, CharSequence> each : nettyReads(block)) {
            names.add(each.getKey().toString());
        }
        assertThat(names)
                .containsExactly(
                        ":method",
                        ":path",
                        ":scheme",
                        ":authority",
                        "te",
                        "authorization",
                        "x-amz-security-token",
                        "x-amz-date");
        String written = HexFormat.of().formatHex(block);
        assertThat(written)
                .startsWith("20")
                .contains("1f08" + "06" + HexFormat.of().formatHex("secret".getBytes(StandardCharsets.US_ASCII)))
                .contains("1014" + HexFormat.of().formatHex("x-amz-security-token".getBytes(StandardCharsets.US_ASCII)))
                .contains("000a" + HexFormat.of().formatHex("x-amz-date".getBytes(StandardCharsets.US_ASCII)));
    }

    /** A body of unknown size. */
    private static final class Growing extends RequestBody {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public void writeTo(java.io.OutputStream out) {}

        @Override
        public byte[] toByteArray() {
            return new byte[0];
        }
    }
}
