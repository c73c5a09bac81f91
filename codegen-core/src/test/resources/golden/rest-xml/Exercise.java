import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client =
            wire.connect(TinyClient.builder().endpoint(URI.create("https://tiny.test")).tokens(() -> "t"));

    private void answer(String body, String... headers) {
        wire.answer(200, body, headers);
    }

    public void membersAreElementsOfTheRoot() {
        answer("<R/>");
        client.putThing(r -> r.id("1").mode("m").title("a<b>&\"c\"").count(3).data(Blob.utf8("hi")).kind(Kind.BIG)
                .at(Instant.EPOCH).seconds(Instant.ofEpochSecond(5)));
        assertThat(wire.line()).isEqualTo("PUT /things/1?mode=m");
        assertThat(wire.header("Content-Type")).isEqualTo("application/xml");
        assertThat(wire.body())
                .startsWith("<Thing xmlns=\"https://example.com/tiny/\"><Title>a&lt;b")
                .endsWith("</Title><count>3</count><data>aGk=</data><kind>big</kind><at>1970-01-01T00:00:00Z</at>"
                        + "<seconds>5</seconds></Thing>");
    }

    public void collectionsHaveAnElementUnlessTheyAreFlattened() {
        answer("<R/>");
        client.putThing(r -> r.id("1").names("a", "b").aliases("c", "d").labels(Kind.BIG, Kind.SMALL)
                .parts(part(1), part(2)).matrix(List.of(List.of("x"), List.of())).days(Instant.EPOCH));
        assertThat(content())
                .isEqualTo("<names><member>a</member><member>b</member></names><Alias>c</Alias><Alias>d</Alias>"
                        + "<labels><Label>big</Label><Label>small</Label></labels>"
                        + "<Part><id>1</id></Part><Part><id>2</id></Part>"
                        + "<matrix><Row><member>x</member></Row><Row/></matrix>"
                        + "<days><member xmlns:d=\"https://example.com/day/\">Thu, 01 Jan 1970 00:00:00 GMT</member></days>");
    }

    public void anEmptyCollectionIsAnEmptyElement() {
        answer("<R/>");
        client.putThing(r -> r.id("1").names(List.of()).aliases(List.of()).counts(Map.of()).attributes(Map.of()));
        assertThat(content()).isEqualTo("<names/><counts/>");
    }

    public void mapsHaveEntries() {
        answer("<R/>");
        client.putThing(r -> r.id("1").counts(Map.of(Kind.BIG, 1)).attributes(Map.of("k", "v"))
                .ownersByName(Map.of("n", Owner.builder().name("o").build())));
        assertThat(content())
                .isEqualTo("<counts><entry><key>big</key><value>1</value></entry></counts>"
                        + "<Attribute><Name>k</Name><Value>v</Value></Attribute>"
                        + "<ownersByName><entry><key>n</key><value><name>o</name></value></entry></ownersByName>");
    }

    public void attributesAndNamespacesAreInTheStartTag() {
        answer("<R/>");
        client.putThing(r -> r.id("1").owner(o -> o.name("n").type(Kind.BIG).since(7).remark("\"x\" & y")).note("n"));
        assertThat(content())
                .isEqualTo("<owner xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"big\" since=\"7\""
                        + " remark=\"&quot;x&quot; &amp; y\"><name>n</name></owner>"
                        + "<note xmlns=\"https://example.com/note/\">n</note>");
        client.putThing(r -> r.id("1").owner(o -> {}));
        assertThat(content())
                .isEqualTo("<owner xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>");
    }

    public void aUnionHasOneElement() {
        answer("<R/>");
        client.putThing(r -> r.id("1").choice(Choice.names(List.of("a"))));
        assertThat(content()).isEqualTo("<choice><names><member>a</member></names></choice>");
        client.putThing(r -> r.id("1").choice(Choice.owner(Owner.builder().since(1).build())));
        assertThat(content()).isEqualTo("<choice><owner since=\"1\"/></choice>");
    }

    public void allIsReadBack() {
        answer("<?xml version=\"1.0\"?><Any xmlns=\"urn:x\"><Title> t </Title><count> 3 </count><data>aGk=</data>"
                + "<kind>big</kind><at>1970-01-01T00:00:00Z</at><seconds>5</seconds>"
                + "<names><member>a</member><any>b</any></names><Alias>c</Alias><new><x>1</x></new><Alias>d</Alias>"
                + "<labels><Label>small</Label></labels><Part><id>1</id><sub><id>9</id></sub></Part><Part/>"
                + "<matrix><Row><member>x</member></Row><Row/></matrix>"
                + "<days><member>Thu, 01 Jan 1970 00:00:00 GMT</member></days>"
                + "<counts><entry><key>big</key><value>1</value></entry></counts>"
                + "<Attribute><Name>k</Name><Value>v</Value></Attribute>"
                + "<ownersByName><entry><value><name>o</name></value><key>n</key></entry></ownersByName>"
                + "<owner xmlns:q=\"urn:q\" q:type=\"small\" since=\"7\"><name>n</name></owner>"
                + "<choice><names><member>a</member></names></choice></Any>", "ETag", "e");
        assertThat(client.putThing(r -> r.id("1")))
                .isEqualTo(PutThingResponse.builder()
                        .tag("e")
                        .title(" t ")
                        .count(3)
                        .data(Blob.utf8("hi"))
                        .kind(Kind.BIG)
                        .at(Instant.EPOCH)
                        .seconds(Instant.ofEpochSecond(5))
                        .names("a", "b")
                        .aliases("c", "d")
                        .labels(Kind.SMALL)
                        .parts(Part.builder().id(1).sub(part(9)).build(), Part.builder().build())
                        .matrix(List.of(List.of("x"), List.of()))
                        .days(Instant.EPOCH)
                        .counts(Map.of(Kind.BIG, 1))
                        .attributes(Map.of("k", "v"))
                        .ownersByName(Map.of("n", Owner.builder().name("o").build()))
                        .owner(o -> o.name("n").type(Kind.SMALL).since(7))
                        .choice(Choice.names(List.of("a")))
                        .build());
    }

    public void whatIsAbsentIsEmptyOrHasADefault() {
        for (String body : List.of("", "  ", "<R/>", "<R><new/></R>")) {
            answer(body);
            PutThingResponse response = client.putThing(r -> r.id("1"));
            assertThat(response.count()).isZero();
            assertThat(response.names()).isEmpty();
            assertThat(response.parts()).isEmpty();
            assertThat(response.owner()).isEqualTo(Owner.builder().build());
            assertThat(response.hasAliases()).isFalse();
            assertThat(response.aliases()).isEmpty();
            assertThat(response.hasAttributes()).isFalse();
            assertThat(response.hasCounts()).isFalse();
            assertThat(response.title()).isNull();
        }
        answer("<R><labels/><counts></counts></R>");
        assertThat(client.putThing(r -> r.id("1")).hasLabels()).isTrue();
        assertThat(client.putThing(r -> r.id("1")).hasCounts()).isTrue();
    }

    public void aMemberOfAUnionMayBeNew() {
        answer("<R><choice><later><x/></later></choice></R>");
        Choice choice = client.putThing(r -> r.id("1")).choice();
        assertThat(choice).isInstanceOfSatisfying(Choice.Unknown.class, unknown -> assertThat(unknown.tag()).isEqualTo("later"));
        assertThatThrownBy(() -> client.putThing(r -> r.id("1").choice(choice)))
                .isInstanceOf(CallException.class)
                .hasMessageContaining("the union Choice has a member that this version of the client does not know and cannot write");
        answer("<R><choice><text>a</text><text>b</text></choice></R>");
        assertThatThrownBy(() -> client.putThing(r -> r.id("1")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("sets two members of the union Choice, 'text' and 'text'");
    }

    public void aWrongValueSaysWhere() {
        answer("<R><ownersByName><entry><value since=\"x\"/></entry></ownersByName></R>");
        assertThatThrownBy(() -> client.putThing(r -> r.id("1")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("since");
        answer("<R><count>many</count></R>");
        assertThatThrownBy(() -> client.putThing(r -> r.id("1")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("/count is a text of length 4, expected an integer");
    }

    public void aPayloadIsTheRoot() {
        answer("<Owner since=\"3\"><name>o</name></Owner>");
        PutOwnerResponse response = client.putOwner(r -> r.owner(o -> o.name("n").since(1)));
        assertThat(wire.body())
                .isEqualTo("<TheOwner xmlns=\"https://example.com/tiny/\" since=\"1\"><name>n</name></TheOwner>");
        assertThat(response.owner()).isEqualTo(Owner.builder().name("o").since(3).build());
        answer("");
        assertThat(client.putOwner(r -> {}).owner()).isNull();
        assertThat(wire.body()).isEmpty();
        answer("");
        assertThat(client.putChoice(r -> r.choice(Choice.text("t"))).choice()).isInstanceOf(Choice.Unknown.class);
        assertThat(wire.body()).isEqualTo("<Choice xmlns=\"https://example.com/tiny/\"><text>t</text></Choice>");
    }

    public void theRootMayBeTheOnlyMember() {
        answer("<Place xmlns=\"urn:x\">small</Place>");
        assertThat(client.getPlace(r -> {}).place()).isEqualTo(Kind.SMALL);
        answer("");
        assertThat(client.getPlace(r -> {}).place()).isNull();
    }

    public void errorsAreReadWithOrWithoutAWrapper() {
        String error = "<Error><Type>Sender</Type><Code>Conflict</Code><Message>m</Message><Thing>t</Thing>"
                + "<Alias>a</Alias><Alias>b</Alias>%s</Error>";
        for (String body : List.of(
                "<ErrorResponse>" + error.formatted("") + "<RequestId>id-1</RequestId></ErrorResponse>",
                error.formatted("<RequestId>id-1</RequestId>"))) {
            wire.answer(409, body, "Retry-After", "5");
            assertThatThrownBy(() -> client.putThing(r -> r.id("1")))
                    .isInstanceOfSatisfying(Conflict.class, conflict -> {
                        assertThat(conflict.thing()).isEqualTo("t");
                        assertThat(conflict.after()).isEqualTo(5);
                        assertThat(conflict.aliases()).containsExactly("a", "b");
                        assertThat(conflict.details().message()).isEqualTo("m");
                        assertThat(conflict.details().requestId()).isEqualTo("id-1");
                    });
        }
        wire.answer(409, "<html><body>no</body></html>");
        assertThatThrownBy(() -> client.putThing(r -> r.id("1"))).isInstanceOf(Conflict.class);
    }

    /** What is in the root. */
    private String content() {
        String root = "<Thing xmlns=\"https://example.com/tiny/\">";
        assertThat(wire.body()).startsWith(root).endsWith("</Thing>");
        return wire.body().substring(root.length(), wire.body().length() - "</Thing>".length());
    }

    private static Part part(int id) {
        return Part.builder().id(id).build();
    }
}
