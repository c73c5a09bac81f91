import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MalformedResponseException;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void treesGoBothWays() {
        Tree leaf = Tree.builder().name("leaf").children().build();
        Tree root = Tree.builder().name("root").children(leaf, leaf).parent(leaf).byName(Map.of("l", leaf))
                .other(Either.eithers(List.of(Either.tree(leaf)))).build();
        wire.answer(200, "{}");
        client.echo(r -> r.tree(root));
        wire.answer(200, wire.body());
        assertThat(client.echo(r -> {}).tree()).isEqualTo(root);
    }

    public void endlessAnswersAreRefused() {
        wire.answer(200, "{\"tree\":" + "{\"parent\":".repeat(100_000));
        assertThatThrownBy(() -> client.echo(r -> {})).isInstanceOf(MalformedResponseException.class);
    }
}
