package dev.whittle.codegen.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedWaiter;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmithyReaderTest {
    private static final String TWO = """
            $version: "2.0"
            metadata suppressions = [{id: "HttpMethodSemantics.UnexpectedPayload", namespace: "*"}]
            namespace com.example

            use aws.protocols#restJson1

            @restJson1
            service First {
                version: "1"
                operations: [Get]
            }

            @restJson1
            service Second {
                version: "2"
            }

            /// See *this*.
            @readonly
            @http(method: "GET", uri: "/get")
            operation Get {
                input := {
                    @suppress(["x"])
                    body: com.example.shared#Money
                }
                output := {
                    @httpHeader("x-session")
                    session: Session

                    @httpPayload
                    events: Events
                }
            }

            @mediaType("application/json")
            string Session

            @streaming
            union Events {
                one: One
            }

            structure One {}
            """;
    private static final String SHARED = """
            $version: "2.0"
            namespace com.example.shared

            structure Money {
                @timestampFormat("epoch-seconds")
                at: Timestamp
            }
            """;

    private final ModelSource source = source("two.smithy", TWO)
            .with(List.of(new ModelFile("shared.smithy", SHARED.getBytes(StandardCharsets.UTF_8))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.smithy     | anything                                    | true
            a.json       | {"smithy": "2.0"}                           | true
            a.json       | {"metadata": {"smithy": 1}, "smithy": "1.0"} | true
            a.json       | {"metadata": {"smithy": 1}, "shapes": {}}   | false
            a.json       | {"operations": {}, "smithy": "2.0"}         | false
            a.json       | {"shapes": {                                | false
            a.json       | ["smithy"]                                  | false
            """)
    void recognises(String name, String text, boolean expected) {
        assertThat(SmithyReader.recognises(source(name, text))).isEqualTo(expected);
    }

    @Test
    void picksOneOfSeveralServices() {
        assertThat(read("First").operations()).extracting(ParsedOperation::name).containsExactly("Get");
        assertThat(read("com.example#Second").service().apiVersion()).isEqualTo("2");
        assertThat(problems(null))
                .containsExactly("two.smithy SVC0115 the model defines 2 services\n"
                        + "        hint: name one of them as the service: com.example#First, com.example#Second");
        assertThat(problems("Third"))
                .containsExactly("two.smithy SVC0115 the model defines no service 'Third'\n"
                        + "        hint: services are com.example#First, com.example#Second");
    }

    /** The GET has a body, which is an event of the severity DANGER unless it is suppressed. */
    @Test
    void suppressionsOfTheModelCount() {
        assertThat(problems("First")).isEmpty();
        Problems problems = new Problems(new SmithyReader(source).locator(), new SmithyDialect());
        ModelSource dangerous = source("two.smithy", TWO.replace("UnexpectedPayload", "Other"))
                .with(source.files().subList(1, 2));
        assertThat(new SmithyReader(dangerous).read("First", problems)).isNull();
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("HttpMethodSemantics.UnexpectedPayload: ");
            assertThat(problem.location().line()).isEqualTo(20);
            assertThat(problem.location().pointer()).isEqualTo("com.example#Get");
        });
    }

    @Test
    void readsWhatOtherFilesShare() {
        ParsedShape money = Objects.requireNonNull(read("First").shapes().get("Money"));
        assertThat(money.pointer()).isEqualTo("com.example.shared#Money");
        assertThat(money.members().get(0).timestampFormat()).isNotNull();
    }

    @Test
    void marksWhatIsSentAsStreamOrAsJsonText() {
        ParsedModel model = read("First");
        assertThat(Objects.requireNonNull(model.shapes().get("Events")).flags().eventStream())
                .isTrue();
        ParsedShape output = Objects.requireNonNull(model.shapes().get("GetOutput"));
        assertThat(output.members().get(0).flags().jsonValue()).isTrue();
    }

    @Test
    void findsThePlacesOfShapesTraitsAndTheirParts() {
        SmithyReader reader = new SmithyReader(source);
        assertThat(reader.locator().apply("com.example#Get")).hasToString("two.smithy");
        reader.read("First", new Problems(reader.locator(), new SmithyDialect()));

        assertThat(reader.locator().apply("com.example#Get")).hasToString("two.smithy:[21,1]");
        assertThat(reader.locator().apply("com.example#GetInput$body")).hasToString("two.smithy:[24,9]");
        assertThat(reader.locator().apply("com.example#Get@smithy.api#http/uri"))
                .hasToString("two.smithy:[20,27]");
        assertThat(reader.locator().apply("com.example#Get@smithy.api#http/gone"))
                .hasToString("two.smithy:[20,1]");
        assertThat(reader.locator().apply("com.example#Gone")).hasToString("two.smithy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minDelay: 5, maxDelay: 100 | 20
            minDelay: 7, maxDelay: 20  | 3
            minDelay: 20               | 25
            minDelay: 2                | 60
            minDelay: 300, maxDelay: 300 | 1
            """)
    void aWaiterCallsAsOftenAsItsDelaysAllow(String delays, int attempts) {
        String text = """
                $version: "2.0"
                namespace a
                @aws.protocols#restJson1
                service Ovens { version: "1", operations: [Get] }
                @smithy.waiters#waitable(Hot: {DELAYS, acceptors: [{state: "success", matcher: {success: true}}]})
                @http(method: "POST", uri: "/")
                operation Get {}
                """.replace("DELAYS", delays);
        SmithyReader reader = new SmithyReader(source("ovens.smithy", text));
        Problems problems = new Problems(reader.locator(), new SmithyDialect());
        ParsedModel model = Objects.requireNonNull(
                reader.read(null, problems), () -> problems.all().toString());
        assertThat(model.waiters()).extracting(ParsedWaiter::maxAttempts).containsExactly(attempts);
    }

    @Test
    void readsVersionOne() {
        String text = """
                $version: "1.0"
                namespace a
                @aws.protocols#restJson1
                service Old { version: "1", operations: [Get] }
                @http(method: "POST", uri: "/")
                operation Get { input: Input }
                structure Input { color: Color }
                @enum([{name: "RED", value: "red"}])
                string Color
                """;
        SmithyReader reader = new SmithyReader(source("old.smithy", text));
        Problems problems = new Problems(reader.locator(), new SmithyDialect());
        ParsedModel model = Objects.requireNonNull(
                reader.read(null, problems), () -> problems.all().toString());
        assertThat(Objects.requireNonNull(model.shapes().get("Color")).kind()).isEqualTo(ParsedShape.Kind.ENUM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain text            | plain text
            <p>as *is*</p>        | <p>as *is*</p>
            some *text*           | <p>some <em>text</em></p>
            a <b>bold</b> `code`  | <p>a <b>bold</b> <code>code</code></p>
            1 < 2 & 3             | <p>1 &lt; 2 &amp; 3</p>
            # Title               | <h1>Title</h1>
            """)
    void documentationBecomesHtml(String markdown, String html) {
        assertThat(Documentation.html(markdown)).isEqualTo(html);
    }

    private ParsedModel read(String service) {
        SmithyReader reader = new SmithyReader(source);
        Problems problems = new Problems(reader.locator(), new SmithyDialect());
        return Objects.requireNonNull(
                reader.read(service, problems), () -> problems.all().toString());
    }

    private List<String> problems(@Nullable String service) {
        SmithyReader reader = new SmithyReader(source);
        Problems problems = new Problems(reader.locator(), new SmithyDialect());
        reader.read(service, problems);
        return problems.all().stream().map(Problem::text).toList();
    }

    private static ModelSource source(String name, String text) {
        return new ModelSource(name, text.getBytes(StandardCharsets.UTF_8), null, null, null);
    }
}
