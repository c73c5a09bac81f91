import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void membersGoBothWays() {
        roundTrip(Target.host("h"), "{\"host\":\"h\"}");
        roundTrip(Target.port(1), "{\"port\":1}");
        roundTrip(Target.hosts(List.of("a", "b")), "{\"hosts\":[\"a\",\"b\"]}");
        roundTrip(Target.labels(Map.of("k", "v")), "{\"labels\":{\"k\":\"v\"}}");
        roundTrip(Target.point(Point.builder().x(1).build()), "{\"point\":{\"x\":1}}");
        roundTrip(Target.color(Color.RED), "{\"color\":\"red\"}");
        roundTrip(Target.nested(Target.nested(Target.port(2))), "{\"nested\":{\"nested\":{\"port\":2}}}");
    }

    public void unknownMembersAreKept() {
        Target unknown = new Target.Unknown("next", Document.map(Map.of("a", Document.of(1))));
        roundTrip(unknown, "{\"next\":{\"a\":1}}");
        assertThat(unknown.toString()).contains("next").doesNotContain("a=", "1");
    }

    public void nullsAndTypesAreNoMembers() {
        wire.answer(200, "{\"message\":{\"target\":{\"host\":null,\"__type\":\"t\",\"port\":1}}}");
        assertThat(client.echo(r -> {}).message().target()).isEqualTo(Target.port(1));
    }

    public void twoMembersAreAnError() {
        wire.answer(200, "{\"message\":{\"target\":{\"host\":\"h\",\"port\":1}}}");
        assertThatThrownBy(() -> client.echo(r -> {}))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("host")
                .hasMessageContaining("port");
    }

    public void missingRequiredUnionIsAnUnknownOne() {
        wire.answer(200, "{\"message\":{}}");
        assertThat(client.echo(r -> {}).message().target()).isInstanceOf(Target.Unknown.class);
        assertThat(client.echo(r -> {}).message().fallback()).isNull();
    }

    public void secretsAreNotPrinted() {
        assertThat(Secret.token("t0p").toString()).doesNotContain("t0p");
        assertThat(Target.password("t0p").toString()).doesNotContain("t0p");
        assertThat(Target.host("h").toString()).contains("h");
    }

    public void listMembersAreCopied() {
        List<String> hosts = new ArrayList<>(List.of("a"));
        Target.HostsMember member = (Target.HostsMember) Target.hosts(hosts);
        hosts.add("b");
        assertThat(member.hosts()).containsExactly("a");
        assertThatThrownBy(() -> Target.host(null)).isInstanceOf(NullPointerException.class);
    }

    private void roundTrip(Target target, String json) {
        wire.answer(200, "{\"message\":{\"target\":" + json + "}}");
        assertThat(client.echo(r -> r.message(m -> m.target(target))).message().target()).isEqualTo(target);
        assertThat(wire.body()).isEqualTo("{\"message\":{\"target\":" + json + "}}");
    }
}
