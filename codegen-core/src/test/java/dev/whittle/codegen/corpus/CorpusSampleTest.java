package dev.whittle.codegen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Generates and compiles clients of some published models: always those that are hardest in some way, and others by the
 * seed. {@link CorpusTest} does so with all of them.
 */
@DisabledForJreRange(
        min = JRE.JAVA_18,
        disabledReason = "generating does not depend on the JDK, and compiling is for the baseline")
class CorpusSampleTest {
    private static final int MODELS = 40;

    /** By size, by protocol, by names and shapes of their own, and by streams. */
    private static final List<String> HARDEST = List.of(
            "api.sagemaker-2017-07-24",
            "apigateway-2015-07-09",
            "cloudfront-2020-05-31",
            "cloudsearchdomain-2013-01-01",
            "connect-2017-08-08",
            "dynamodb-2012-08-10",
            "ec2-2016-11-15",
            "glacier-2012-06-01",
            "iot-2015-05-28",
            "kinesis-video-media-2017-09-30",
            "lambda-2015-03-31",
            "machinelearning-2014-12-12",
            "models.lex.v2-2020-08-07",
            "quicksight-2018-04-01",
            "rds-2014-10-31",
            "route53-2013-04-01",
            "s3-control-2018-08-20",
            "sqs-2012-11-05");

    private final long seed = Long.getLong("whittle.corpus.seed", System.nanoTime());

    @TestFactory
    Stream<DynamicTest> someModels() throws IOException {
        List<String> all = Corpus.published();
        assertThat(all).containsAll(HARDEST);
        List<String> others = new ArrayList<>(all);
        Collections.shuffle(others, new Random(seed));
        Set<String> wanted = new LinkedHashSet<>(HARDEST);
        others.stream().takeWhile(name -> wanted.size() < MODELS).forEach(wanted::add);
        return wanted.stream()
                .map(name -> DynamicTest.dynamicTest(
                        name + ", seed " + seed,
                        () -> assertThat(CorpusClient.of(name, Corpus.published(name))
                                        .result())
                                .isEqualTo("compiles")));
    }
}
