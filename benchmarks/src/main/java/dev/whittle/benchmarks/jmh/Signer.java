package dev.whittle.benchmarks.jmh;

import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.floor.FloorSigner;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signing alone: one request made and signed, without a body. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class Signer {
    private static final byte[] NO_BODY = new byte[0];
    private static final String PATH = "/browsers/" + Account.BROWSER + "/sessions/get";
    private static final String QUERY = "sessionId=" + Account.SESSION;

    /** Whose signer. */
    @Param({"floor", "whittle", "aws"})
    public String impl = "";

    private final FloorSigner floor =
            new FloorSigner(Account.ACCESS_KEY, Account.SECRET_KEY, Account.REGION, Account.SERVICE);
    private final SigV4Signer whittle = new SigV4Signer(Account.REGION, Account.SERVICE);
    private final Credentials credentials = Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY);
    private final AwsV4HttpSigner aws = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity identity = AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY);

    /** One request. */
    @Benchmark
    public Object sign() {
        return switch (impl) {
            case "aws" -> signByAws();
            case "whittle" -> signByWhittle();
            default -> floor.sign("GET", PATH, QUERY, Account.HOST, NO_BODY, System.currentTimeMillis());
        };
    }

    private Object signByWhittle() {
        HttpRequest.Builder request =
                HttpRequest.builder().origin("https", Account.HOST).path(PATH).query(QUERY);
        whittle.sign(request, credentials, System.currentTimeMillis());
        return request.build();
    }

    private Object signByAws() {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(Account.HOST)
                .encodedPath(PATH)
                .putRawQueryParameter("sessionId", Account.SESSION)
                .build();
        return aws.sign(sign -> sign.identity(identity)
                .request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, Account.SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, Account.REGION));
    }
}
