package dev.whittle.runtime.client;

import dev.whittle.runtime.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link FaultsTest} does in seconds, for minutes: {@code mvn test -pl runtime -Psoak}. */
@Tag("soak")
class FaultsSoakTest {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void aThousandRoundsLeaveNothingBehind(Fault fault) throws Exception {
        FaultRounds.run(fault, 1, 1);
        Leftovers leftovers = new Leftovers();
        FaultRounds.run(fault, 1000, fault.isReading() ? 64 : 8);
        leftovers.assertNone();
    }

    @Test
    void aMinuteOfLoadStaysInsideTheBudget() throws Exception {
        Leftovers leftovers = new Leftovers();
        Load.run(Duration.ofMinutes(1), 64, RetryPolicy.standard(), 42);
        leftovers.assertNone();
    }

    @Test
    void aMinuteOfAdaptiveLoadStaysInsideTheBudgetToo() throws Exception {
        Leftovers leftovers = new Leftovers();
        Load.run(Duration.ofMinutes(1), 64, RetryPolicy.adaptive(), 43);
        leftovers.assertNone();
    }
}
