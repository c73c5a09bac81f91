import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyAsyncClient;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;

@SuppressWarnings("deprecation")
public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void deprecatedThingsWork() {
        wire.answer(200, "{\"part\":{\"name\":\"n\"},\"partial\":{\"old\":\"o\"}}");
        NewResponse response = client.new_(r -> r.plain("p"));
        assertThat(response.partial()).isEqualTo(Partial.old("o"));
        assertThat(wire.body()).isEqualTo("{\"plain\":\"p\"}");
    }

    public void theAsynchronousClientMakesTheSameCalls() throws Exception {
        wire.answer(200, "{\"partial\":{\"old\":\"o\"}}");
        try (TinyAsyncClient async = wire.connect(TinyAsyncClient.builder())) {
            assertThat(async.new_(r -> r.plain("p")).join().partial()).isEqualTo(Partial.old("o"));
        }
        assertThat(wire.body()).isEqualTo("{\"plain\":\"p\"}");
        assertThat(TinyAsyncClient.class.getMethod("old", OldRequest.class).isAnnotationPresent(Deprecated.class)).isTrue();
    }

    public void markedIsWhatTheModelMarks() throws Exception {
        assertThat(TinyClient.class.getMethod("old", OldRequest.class).isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(TinyClient.class.getMethod("new_", NewRequest.class).isAnnotationPresent(Deprecated.class)).isFalse();
        assertThat(NewRequest.class.getMethod("old").isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(NewRequest.class.isAnnotationPresent(Deprecated.class)).isFalse();
        assertThat(OldColor.class.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(OldChoice.class.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(OldError.class.isAnnotationPresent(Deprecated.class)).isTrue();
    }
}
