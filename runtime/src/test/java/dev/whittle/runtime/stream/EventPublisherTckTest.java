package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** The publisher of a stream keeps the rules of Reactive Streams, as far as their test kit can check them. */
class EventPublisherTckTest {
    @TestFactory
    Stream<DynamicTest> rules() {
        List<Method> rules = Arrays.stream(Verification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                // Rules that no test can check.
                .filter(method -> !method.getName().startsWith("untested_"))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(rules).hasSizeGreaterThan(25);
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> check(rule)));
    }

    private static void check(Method rule) throws Exception {
        Verification verification = new Verification();
        verification.setUp();
        try {
            rule.invoke(verification);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SkipException skipped) {
                // Several subscribers, which a publisher need not serve.
                assertThat(rule.getName()).startsWith("optional_spec111_");
                Assumptions.abort(skipped.getMessage());
            }
            throw new AssertionError(rule.getName() + ": " + e.getCause(), e.getCause());
        }
    }

    /** What the test kit needs of a publisher. */
    public static final class Verification extends FlowPublisherVerification<TestEvent> {
        Verification() {
            super(new TestEnvironment(500, 100));
        }

        @Override
        public Flow.Publisher<TestEvent> createFlowPublisher(long elements) {
            return new TestCall(new Repeated(TestCall.text("a"), elements))
                    .events().stream().publisher();
        }

        @Override
        public Flow.Publisher<TestEvent> createFailedFlowPublisher() {
            EventStream<TestEvent> stream = new TestCall(new Repeated(TestCall.text("a"), 1)).events().stream();
            stream.iterator();
            return stream.publisher();
        }
    }

    /** The same message again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] message;
        private long left;
        private int at;

        Repeated(byte[] message, long times) {
            this.message = message;
            this.left = times;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = Math.min(length, message.length - at);
            System.arraycopy(message, at, target, offset, count);
            at += count;
            if (at == message.length) {
                at = 0;
                left--;
            }
            return count;
        }
    }
}
