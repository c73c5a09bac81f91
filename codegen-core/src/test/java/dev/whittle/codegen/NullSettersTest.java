package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What javac says of null where a member has two setters, and that the Javadoc says what to write instead. */
class NullSettersTest {
    private static final Map<String, String> CLIENT = Generation.files(new TinyModel()
            .echo("In")
            .structure("In", "part", "Part")
            .structure("Part", "text", "Text")
            .text());

    @Test
    void aLiteralIsAmbiguousAndACastIsNot() {
        assertThat(messages("null"))
                .singleElement()
                .asString()
                .contains("reference to part is ambiguous")
                .contains("part(java.util.function.Consumer<com.example.tiny.model.Part.Builder>)");
        assertThat(messages("(Part) null")).isEmpty();
        assertThat(CLIENT.get("com/example/tiny/model/Echo0Request.java"))
                .contains("@param part the new value, or null to unset it; write the literal as {@code (Part) null}");
    }

    private static List<String> messages(String argument) {
        String user = """
                import com.example.tiny.model.*;
                class User {
                    Echo0Request request = Echo0Request.builder().part(%s).build();
                }
                """.formatted(argument);
        return Javac.against(Javac.compile(CLIENT).classes(), Map.of("User.java", user))
                .messages();
    }
}
