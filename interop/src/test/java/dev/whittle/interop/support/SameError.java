package dev.whittle.interop.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.error.ServiceException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Compares the exceptions for the same response. Our client sends each request once; the AWS SDK's sends it once more if
 * it takes the error for one that passes.
 *
 * @param server the server of both clients
 * @param ours calls the server with our client
 * @param theirs calls the server with the AWS SDK's client
 */
public record SameError(RecordingServer server, ThrowingCallable ours, ThrowingCallable theirs) {
    /** Other AWS SDKs, such as the one for Python, take it for throttling as Whittle does; the one for Java does not. */
    private static final String THROTTLING_FOR_US = "LimitExceededException";

    /** The errors that a client knows, by the simple names of their classes. */
    public static List<String> modelled(Class<? extends ServiceException> base) throws IOException, URISyntaxException {
        Path classes =
                Path.of(base.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(classes.resolve(base.getPackageName().replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.contains("$") && !name.equals("package-info")) {
                    Class<?> type = loaded(base.getPackageName() + "." + name);
                    if (base.isAssignableFrom(type) && Modifier.isFinal(type.getModifiers())) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** What our client throws. */
    public ServiceException byUs(Answer answer) {
        server.answer(answer.with("x-amzn-RequestId", "7f1c6f0e"));
        ServiceException our = catchThrowableOfType(ServiceException.class, ours);
        assertThat(our).isNotNull();
        assertThat(server.requests()).hasSize(1);
        assertThat(our.statusCode()).isEqualTo(answer.status());
        assertThat(our.requestId()).isEqualTo("7f1c6f0e");
        return our;
    }

    /** Fails unless both clients throw the same, and returns what ours threw. */
    public ServiceException assertSame(Answer answer) {
        ServiceException our = byUs(answer);
        AwsServiceException their = catchThrowableOfType(AwsServiceException.class, theirs);
        int attempts = server.requests().size() - 1;

        assertThat(name(our)).isEqualTo(name(their));
        assertThat(our.errorCode()).isEqualTo(their.awsErrorDetails().errorCode());
        assertThat(our.serviceMessage()).isEqualTo(their.awsErrorDetails().errorMessage());
        assertThat(our.statusCode()).isEqualTo(their.statusCode());
        assertThat(our.requestId()).isEqualTo(their.requestId());
        if (THROTTLING_FOR_US.equals(our.errorCode())) {
            assertThat(our.isThrottling() && our.isRetryable()).isTrue();
        } else {
            assertThat(our.isThrottling()).as("throttling").isEqualTo(their.isThrottlingException());
            assertThat(our.isRetryable()).as("retryable").isEqualTo(attempts > 1);
        }
        return our;
    }

    /** The AWS SDK lets all names end with Exception, and writes DynamoDb for DynamoDB. */
    private static String name(Exception e) {
        String name = e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return name.endsWith("exception") ? name : name + "exception";
    }
}
