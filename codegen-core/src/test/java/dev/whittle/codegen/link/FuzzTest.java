package dev.whittle.codegen.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the outcome is a model or a problem, and soon. */
class FuzzTest {
    private static final int ROUNDS = 1_500;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|true|false|\\d+|\\[[^\\[\\]]*]|\\{[^{}]*}");
    private static final List<String> REPLACEMENTS = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999",
            "\"\"",
            "\"\\u0000\\n\"",
            "\"Cart\"",
            "\"Owner\"",
            "\"Body\"",
            "[]",
            "{}",
            "[[]]",
            "{\"a\": {}}",
            "\"{\"",
            "\"/{a}{b+}?\"",
            "\"structure\"",
            "\"list\"",
            "\"../..\"",
            "");

    @ParameterizedTest
    @ValueSource(longs = {1, 20260131, 7_919})
    void neverFailsOtherwise(long seed) throws IOException {
        byte[] good = good();
        String text = new String(good, StandardCharsets.UTF_8);
        List<int[]> values = new ArrayList<>();
        for (Matcher matcher = VALUE.matcher(text); matcher.find(); ) {
            values.add(new int[] {matcher.start(), matcher.end()});
        }
        Random random = new Random(seed);
        assertTimeoutPreemptively(LONGEST, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] bad = switch (round % 3) {
                    case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
                    case 1 -> withOtherBytes(good, random);
                    default -> withOtherValue(text, values, random);
                };
                check(bad, "seed " + seed + ", round " + round);
            }
        });
    }

    private static void check(byte[] model, String round) {
        TestModels.Outcome outcome;
        try {
            outcome = TestModels.link("service-2.json", model, OperationFilter.ALL);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(round + ": " + new String(model, StandardCharsets.UTF_8), e);
        }
        boolean linked = outcome.result().model() != null;
        assertThat(linked || !outcome.problems().isEmpty()).as(round).isTrue();
        outcome.problems()
                .forEach(problem ->
                        assertThat(problem.text().lines().count()).as(round).isEqualTo(problem.hint() == null ? 1 : 2));
    }

    private static byte[] withOtherBytes(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private static byte[] withOtherValue(String text, List<int[]> values, Random random) {
        int[] value = values.get(random.nextInt(values.size()));
        int[] other = values.get(random.nextInt(values.size()));
        String replacement = random.nextBoolean()
                ? text.substring(other[0], other[1])
                : REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size()));
        String bad = text.substring(0, value[0]) + replacement + text.substring(value[1]);
        return bad.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] good() throws IOException {
        try (InputStream in = FuzzTest.class.getResourceAsStream("cart.json")) {
            return in.readAllBytes();
        }
    }
}
