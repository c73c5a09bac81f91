import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.shape.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private static final String DONE = "<PutThingResponse><PutThingResult/></PutThingResponse>";

    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void requestsAreForms() {
        wire.answer(200, DONE);
        client.putThing(r -> r.names("a b", "c&d").title("ä=1").count(3).flag(true).data(Blob.utf8("hi")).kind(Kind.BIG)
                .at(Instant.EPOCH).on(Instant.ofEpochSecond(5)));
        assertThat(wire.line()).isEqualTo("POST /");
        assertThat(wire.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(wire.body())
                .isEqualTo("Action=PutThing&Version=2026-01-31&Title=%C3%A4%3D1&count=3&flag=true&data=aGk%3D&kind=big"
                        + "&at=1970-01-01T00%3A00%3A00Z&on=5&names.member.1=a%20b&names.member.2=c%26d&token=token-1");
    }

    public void namesOfItemsAreThoseOfTheModel() {
        wire.answer(200, DONE);
        client.putThing(r -> r.names("a").aliases("b", "c").kinds(Kind.BIG, Kind.SMALL).matrix(List.of(List.of("x", "y"), List.of("z")))
                .tags(tag("k"), tag("l")));
        assertThat(parameters())
                .isEqualTo("names.member.1=a&Alias.1=b&Alias.2=c&kinds.item.1=big&kinds.item.2=small"
                        + "&matrix.Row.1.member.1=x&matrix.Row.1.member.2=y&matrix.Row.2.member.1=z"
                        + "&tags.member.1.Key=k&tags.member.2.Key=l");
    }

    public void emptyListsHaveANameAndEmptyMapsNone() {
        wire.answer(200, DONE);
        client.putThing(r -> r.names(List.of()).aliases(List.of()).tags(List.of()).attributes(Map.of()).counts(Map.of()));
        assertThat(parameters()).isEqualTo("names=&Alias=&tags=");
    }

    public void mapsHaveEntries() {
        wire.answer(200, DONE);
        client.putThing(r -> r.names("a").attributes(Map.of("k", "v")).counts(Map.of(Kind.SMALL, 7))
                .tagsByName(Map.of("n", List.of(tag("k")))));
        assertThat(parameters())
                .isEqualTo("names.member.1=a&Attribute.1.Name=k&Attribute.1.Value=v&counts.entry.1.key=small"
                        + "&counts.entry.1.value=7&tagsByName.entry.1.key=n&tagsByName.entry.1.value.member.1.Key=k");
    }

    public void aUnionHasOneParameter() {
        wire.answer(200, DONE);
        client.putThing(r -> r.names("a").choice(Choice.text("t")));
        assertThat(parameters()).isEqualTo("names.member.1=a&choice.text=t");
        client.putThing(r -> r.names("a").choice(Choice.tags(List.of(tag("k")))));
        assertThat(parameters()).isEqualTo("names.member.1=a&choice.tags.member.1.Key=k");
    }

    public void anOperationWithoutAnInputHasItsNameAlone() {
        wire.answer(200, "<PingResponse><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PingResponse>");
        client.ping(r -> {});
        assertThat(wire.body()).isEqualTo("Action=Ping&Version=2026-01-31");
    }

    public void responsesHaveTheOutputInTheResult() {
        wire.answer(200, "<PutThingResponse xmlns=\"https://tiny.example.com/doc/2026-01-31/\"><PutThingResult><Title>t</Title>"
                + "<at>1970-01-01T00:00:00Z</at><names><member>a</member></names><Alias>b</Alias><Alias>c</Alias>"
                + "<kinds><item>big</item></kinds><tags><member><Key>k</Key></member></tags><tag><Key>l</Key></tag>"
                + "<Attribute><Name>n</Name><Value>v</Value></Attribute>"
                + "<counts><entry><key>big</key><value>2</value></entry></counts></PutThingResult>"
                + "<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PutThingResponse>");
        assertThat(client.putThing(r -> r.names("a")))
                .isEqualTo(PutThingResponse.builder()
                        .title("t")
                        .at(Instant.EPOCH)
                        .names("a")
                        .aliases("b", "c")
                        .kinds(Kind.BIG)
                        .tags(tag("k"))
                        .tag(tag("l"))
                        .attributes(Map.of("n", "v"))
                        .counts(Map.of(Kind.BIG, 2))
                        .build());
    }

    public void theResultMayBeMissing() {
        for (String body : List.of("", "<PutThingResponse/>", "<PutThingResponse><Title>no</Title></PutThingResponse>", DONE)) {
            wire.answer(200, body);
            assertThat(client.putThing(r -> r.names("a")))
                    .isEqualTo(PutThingResponse.builder().tag(t -> {}).build());
        }
    }

    public void errorsHaveTheCodeOfTheModel() {
        wire.answer(409, "<ErrorResponse><Error><Type>Sender</Type><Code>Tiny.Conflict</Code><Message>m</Message><thing>t</thing>"
                + "</Error><RequestId>id-1</RequestId></ErrorResponse>");
        assertThatThrownBy(() -> client.putThing(r -> r.names("a")))
                .isInstanceOfSatisfying(Conflict.class, conflict -> {
                    assertThat(conflict.thing()).isEqualTo("t");
                    assertThat(conflict.details().message()).isEqualTo("m");
                    assertThat(conflict.details().requestId()).isEqualTo("id-1");
                });
        wire.answer(400, "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>")
                .then(200, DONE);
        client.putThing(r -> r.names("a"));
    }

    /** The parameters of the members, without the token. */
    private String parameters() {
        String begin = "Action=PutThing&Version=2026-01-31&";
        assertThat(wire.body()).startsWith(begin).endsWith("&token=token-1");
        return wire.body().substring(begin.length(), wire.body().length() - "&token=token-1".length());
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).build();
    }
}
