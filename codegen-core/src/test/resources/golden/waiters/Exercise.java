import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.TinyWaiter;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.retry.RetryPolicy;
import dev.whittle.runtime.wait.WaiterFailureException;
import dev.whittle.runtime.wait.WaiterTimeoutException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

public final class Exercise {
    private static final String MISSING = "{\"__type\":\"NoSuchJob\"}";

    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());
    private final TinyWaiter waiter = client.waiter().delay(Duration.ofNanos(1));

    public void repeatsTheCallUntilTheResponseIsThere() {
        wire.answer(404, MISSING)
                .then(200, "{\"attempts\":1,\"status\":\"RUNNING\"}")
                .then(200, "{\"attempts\":2,\"status\":\"DONE\"}");
        GetJobResponse done = waiter.waitUntilJobDone(r -> r.name("a"));
        assertThat(done.attempts()).isEqualTo(2);
        assertThat(wire.lines()).hasSize(3).containsOnly("GET /jobs/a");
    }

    public void aResponseMayEndTheWaiting() {
        for (String status : new String[] {"FAILED", "ABANDONED"}) {
            wire.answer(200, "{\"attempts\":1,\"status\":\"" + status + "\"}");
            assertThatThrownBy(() -> waiter.waitUntilJobDone(r -> r.name("a")))
                    .isInstanceOf(WaiterFailureException.class)
                    .hasMessage("JobDoneWaiter: the expected state cannot be reached any more, according to the response after 1 call")
                    .hasNoCause()
                    .extracting(e -> ((GetJobResponse) ((WaiterFailureException) e).lastResponse()).status().value())
                    .isEqualTo(status);
        }
    }

    public void anErrorMayEndTheWaiting() {
        wire.answer(409, "{}");
        assertThatThrownBy(() -> waiter.waitUntilJobDone(r -> r.name("a")))
                .isInstanceOf(WaiterFailureException.class)
                .hasMessage("JobDoneWaiter: the expected state cannot be reached any more, according to an error after 1 call")
                .hasCauseInstanceOf(TinyException.class);
    }

    public void anErrorThatMeansNothingIsThrown() {
        wire.answer(400, "{\"__type\":\"Other\"}");
        assertThatThrownBy(() -> waiter.waitUntilJobDone(r -> r.name("a"))).isInstanceOf(TinyException.class);
    }

    public void callsAsOftenAsTheModelSays() {
        wire.answer(200, "{\"attempts\":1}");
        assertThatThrownBy(() -> waiter.waitUntilJobDone(r -> r.name("a")))
                .isInstanceOf(WaiterTimeoutException.class)
                .hasMessage("JobDoneWaiter: the expected state was not reached after 3 calls (maxAttempts reached)");
        assertThat(wire.lines()).hasSize(3);
    }

    public void aLimitOfTimeReplacesTheNumberOfCalls() {
        wire.answer(200, "{\"attempts\":1}");
        for (int i = 0; i < 20; i++) {
            wire.then(200, "{\"attempts\":1}");
        }
        wire.then(200, "{\"attempts\":1,\"status\":\"DONE\"}");
        waiter.maxWait(Duration.ofDays(1)).waitUntilJobDone(r -> r.name("a"));
        assertThat(wire.lines()).hasSize(22);
        wire.answer(200, "{\"attempts\":1}");
        assertThatThrownBy(() -> waiter.delay(Duration.ofDays(1))
                        .maxWait(Duration.ofSeconds(1))
                        .waitUntilJobDone(r -> r.name("a")))
                .hasMessage("JobDoneWaiter: the expected state was not reached after 1 call (maxWait of 1 s reached)");
        assertThatIllegalArgumentException().isThrownBy(() -> waiter.maxWait(Duration.ZERO));
    }

    public void anErrorMayBeWhatIsWaitedFor() {
        wire.answer(200, "{\"attempts\":1}").then(404, MISSING);
        assertThat(waiter.waitUntilJobGone(r -> r.name("a"))).isNull();
        assertThat(wire.lines()).hasSize(2);
        wire.answer(400, "{\"__type\":\"NeverAsked\"}");
        assertThatThrownBy(() -> waiter.waitUntilJobGone(r -> r.name("a"))).isInstanceOf(WaiterFailureException.class);
    }

    public void pathsGoIntoUnionsMapsAndLists() {
        wire.answer(200, "{\"attempts\":1,\"result\":{\"done\":{\"clean\":true}}}");
        assertThat(waiter.waitUntilJobClean(r -> r.name("a")).attempts()).isEqualTo(1);
        fails(() -> waiter.waitUntilJobClean(r -> r.name("a")),
                "{\"attempts\":1,\"result\":{\"message\":\"m\"},\"labels\":{\"final\":\"yes\"}}",
                "{\"attempts\":1,\"labels\":{\"abandoned\":\"\"}}",
                "{\"attempts\":10}",
                "{\"attempts\":1,\"steps\":[{\"status\":\"DONE\"},{\"status\":\"FAILED\"}]}",
                "{\"attempts\":1,\"steps\":[{\"exits\":[0,1]},{\"exits\":[137]}]}");
        waits(() -> waiter.waitUntilJobClean(r -> r.name("a")),
                "{\"attempts\":1,\"result\":{\"done\":{\"clean\":false}}}",
                "{\"attempts\":1,\"result\":{\"message\":\"m\"},\"labels\":{\"final\":\"no\"}}",
                "{\"attempts\":1,\"result\":{\"unheardOf\":1}}",
                "{\"attempts\":0,\"steps\":[{\"status\":\"FAILED\"},{}]}",
                "{\"attempts\":0,\"steps\":[]}");
    }

    public void allOrAnyOfAList() {
        wire.answer(200, "{\"Fleets\":[{\"MinSize\":1,\"Machines\":[{\"State\":\"running\"},{}]},{\"MinSize\":0}]}");
        waiter.waitUntilFleetsRunning(r -> {});
        fails(() -> waiter.waitUntilFleetsRunning(r -> {}),
                "{\"Fleets\":[{\"MinSize\":1,\"Machines\":[{\"State\":\"running\"},{\"State\":\"lost\"}]}]}");
        waits(() -> waiter.waitUntilFleetsRunning(r -> {}),
                "{}",
                "{\"Fleets\":[]}",
                "{\"Fleets\":[{\"MinSize\":1,\"Machines\":[{\"State\":\"running\"},{\"State\":\"new\"}]}]}");
    }

    public void countsAndComparesWhatIsInAList() {
        wire.answer(200, "{\"Fleets\":[{\"MinSize\":2,\"Machines\":[{}],\"Running\":1000,\"Wanted\":1000}]}");
        waiter.waitUntilFleetsStable(r -> {});
        wire.answer(200, "{\"Fleets\":[{\"MinSize\":1,\"Machines\":[{\"State\":\"running\"},{}],\"Running\":1,\"Wanted\":2}]}");
        waiter.waitUntilFleetsStable(r -> {});
        waits(() -> waiter.waitUntilFleetsStable(r -> {}),
                "{}",
                "{\"Fleets\":[{\"MinSize\":2,\"Machines\":[{\"State\":\"running\"},{}]}]}");
    }

    public void aStatusMayBeWhatIsWaitedFor() {
        wire.answer(404, "").then(202, "").then(200, "");
        assertThat(waiter.waitUntilFolderExists(r -> {})).isNotNull();
        assertThat(wire.lines()).hasSize(3);
        wire.answer(301, "");
        assertThat(waiter.waitUntilFolderExists(r -> {})).isNull();
    }

    public void whereNoStatusIsToldItIsTheModels() {
        TinyClient fake = new TinyClient() {
            @Override
            public HeadFolderResponse headFolder(HeadFolderRequest request) {
                return HeadFolderResponse.builder().build();
            }
        };
        assertThat(fake.waiter().waitUntilFolderExists(r -> {})).isNotNull();
    }

    public void optionsHoldForEachCall() {
        StringBuilder told = new StringBuilder();
        RequestOptions options = RequestOptions.builder()
                .header("X-Trace", "t")
                .retry(RetryPolicy.none())
                .onResponse(response -> told.append(response.status()).append(' '))
                .build();
        wire.answer(404, MISSING).then(200, "{\"attempts\":1,\"status\":\"DONE\"}");
        waiter.with(options).waitUntilJobDone(GetJobRequest.builder().name("a").build());
        assertThat(wire.header("X-Trace")).isEqualTo("t");
        assertThat(told).hasToString("404 200 ");
    }

    @SuppressWarnings("deprecation")
    public void hardNamesAreEscaped() {
        wire.answer(200, "{\"ok\":true}");
        assertThat(waiter.waitUntilClass(r -> {}).ok()).isTrue();
        assertThat(client.waiter(r -> {})).isInstanceOf(WaiterResponse.class);
    }

    private void fails(ThrowingCallable wait, String... bodies) {
        for (String body : bodies) {
            wire.answer(200, body);
            assertThatThrownBy(wait).as(body).isInstanceOf(WaiterFailureException.class);
        }
    }

    private void waits(ThrowingCallable wait, String... bodies) {
        for (String body : bodies) {
            wire.answer(200, body);
            assertThatThrownBy(wait).as(body).isInstanceOf(WaiterTimeoutException.class);
        }
    }
}
