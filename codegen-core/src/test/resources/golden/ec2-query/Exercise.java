import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import java.time.Instant;
import java.util.List;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void namesBeginWithCapitalsAndListsAreFlat() {
        wire.answer(200, "<DescribeThingsResponse/>");
        client.describeThings(r -> r.thingIds("i-1", "i-2")
                .filters(Filter.builder().name("n").values("v", "w").build())
                .kinds(Kind.BIG)
                .matrix(List.of(List.of(Kind.BIG, Kind.SMALL), List.of(Kind.SMALL)))
                .dryRun(true)
                .addresses("a")
                .since(Instant.EPOCH));
        assertThat(wire.line()).isEqualTo("POST /");
        assertThat(wire.body())
                .isEqualTo("Action=DescribeThings&Version=2026-01-31&ThingId.1=i-1&ThingId.2=i-2&Filter.1.Name=n"
                        + "&Filter.1.Value.1=v&Filter.1.Value.2=w&KindSet.1=big&Matrix.1.1=big&Matrix.1.2=small&Matrix.2.1=small"
                        + "&DryRun=true&Address.1=a&Since=1970-01-01T00%3A00%3A00Z");
    }

    public void emptyListsAreNothing() {
        wire.answer(200, "<DescribeThingsResponse/>");
        client.describeThings(r -> r.thingIds(List.of()).filters(List.of()).kinds(List.of()));
        assertThat(wire.body()).isEqualTo("Action=DescribeThings&Version=2026-01-31");
    }

    public void theRootOfAResponseIsTheOutput() {
        wire.answer(200, "<DescribeThingsResponse xmlns=\"urn:x\"><requestId>id-1</requestId><thingSet><item><thingId>i-1</thingId>"
                + "<launchTime>2026-01-31T00:00:00.000Z</launchTime><kindSet><item>big</item></kindSet></item><item/></thingSet>"
                + "<nextToken>t</nextToken></DescribeThingsResponse>");
        assertThat(client.describeThings(r -> r.kinds(Kind.BIG)))
                .isEqualTo(DescribeThingsResponse.builder()
                        .things(
                                Thing.builder()
                                        .thingId("i-1")
                                        .launchTime(Instant.parse("2026-01-31T00:00:00Z"))
                                        .kinds(Kind.BIG)
                                        .build(),
                                Thing.builder().build())
                        .nextToken("t")
                        .build());
    }

    public void errorsAreAmongErrors() {
        wire.answer(400, "<Response><Errors><Error><Code>Thing.NotFound</Code><Message>m</Message></Error></Errors>"
                + "<RequestID>id-1</RequestID></Response>");
        assertThatThrownBy(() -> client.describeThings(r -> r.kinds(Kind.BIG)))
                .isInstanceOfSatisfying(NotFound.class, error -> {
                    assertThat(error.details().message()).isEqualTo("m");
                    assertThat(error.details().requestId()).isEqualTo("id-1");
                });
    }
}
