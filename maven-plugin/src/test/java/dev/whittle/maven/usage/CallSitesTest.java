package dev.whittle.maven.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.diff.Judgement;
import dev.whittle.codegen.diff.TouchedElement;
import dev.whittle.codegen.diff.WireVerdict;
import dev.whittle.codegen.report.CallSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of use is found at its line, marked by {@code // here} in the code, and nothing else is. */
@Timeout(120)
class CallSitesTest {
    @TempDir
    private static Path folder;

    private static Consumers consumers;

    @BeforeAll
    static void generate() throws IOException {
        consumers = Consumers.of(folder);
    }

    static Stream<Arguments> uses() {
        return Stream.of(
                use("a method", "model.GetResponse.name()", """
                        class App {
                            String use(GetResponse got) {
                                got.level();
                                return got.name(); // here
                            }
                        }"""),
                use("all methods of a name", "model.GetResponse.Builder.name", """
                        class App {
                            Object use() {
                                return GetResponse.builder()
                                        .name("a") // here
                                        .build();
                            }
                        }"""),
                use("one overload of a method", "TinyClient.get(com.example.tiny.model.GetRequest)", """
                        class App {
                            void use(TinyClient client, GetRequest request) {
                                client.get(r -> r.id("a"));
                                client.get(request); // here
                            }
                        }"""),
                use("a reference to a method", "model.GetResponse.name()", """
                        class App {
                            Function<GetResponse, String> use() {
                                return GetResponse::name; // here
                            }
                        }"""),
                use("a lambda", "model.GetResponse.name()", """
                        class App {
                            Function<GetResponse, String> use() {
                                return got ->
                                    got.name(); // here
                            }
                        }"""),
                use("a setter in a lambda", "model.GetRequest.Builder.id", """
                        class App {
                            void use(TinyClient client) {
                                client.get(r -> r
                                    .id("a") // here
                                    .size(1));
                            }
                        }"""),
                use("the builder in a lambda", "model.GetRequest.Builder", """
                        class App {
                            void use(TinyClient client) {
                                client.put(r -> r.name("b"));
                                client.get(r -> r.size(1)); // here
                            }
                        }"""),
                use("a method by a subtype", "TinyClient.close()", """
                        class Fake implements TinyClient {}
                        class App {
                            void use(Fake fake) {
                                fake.close(); // here
                            }
                        }"""),
                use("a method by a subtype of a subtype", "TinyClient.put", """
                        interface More extends TinyClient {}
                        class Fake implements More {}
                        class App {
                            void use(Fake fake, PutRequest request) {
                                fake.put(request); // here
                            }
                        }"""),
                use("a method that a subtype overrides", "TinyClient.put", """
                        class Fake implements TinyClient {
                            @Override
                            public PutResponse put(PutRequest request) {
                                return null; // here
                            }
                        }"""),
                use("a constructor", "model.Target.HostMember.<init>(java.lang.String)", """
                        class App {
                            Object use() {
                                return new Target.HostMember("a"); // here
                            }
                        }"""),
                use("a constant that is no text", "model.Level.LOW", """
                        class App {
                            Object use() {
                                return Level.LOW; // here
                            }
                        }"""),
                use("a constant that javac copies", "model.Level.Value.LOW", """
                        class App {
                            String use() {
                                return Level.Value.LOW;
                            }
                        }"""),
                use("the type of a result", "model.GetResponse", """
                        class App {
                            GetResponse use() {
                                return null; // here
                            }
                        }"""),
                use("a type argument of a parameter", "model.GetResponse", """
                        class App {
                            int use(Map<String, List<? extends GetResponse>> all) {
                                return 1; // here
                            }
                        }"""),
                use("a nested class as a type argument", "model.Target.HostMember", """
                        class App {
                            int use(List<Target.HostMember> all) {
                                return 1; // here
                            }
                        }"""),
                use("a cast", "model.GetResponse", """
                        class App {
                            Object use(Object value) {
                                return (GetResponse) value; // here
                            }
                        }"""),
                use("instanceof", "model.Target.PortMember", """
                        class App {
                            boolean use(Target target) {
                                return target instanceof Target.PortMember; // here
                            }
                        }"""),
                use("catch", "model.Gone", """
                        class App {
                            void use(Runnable call) {
                                try {
                                    call.run();
                                } catch (IllegalStateException e) {
                                    call.run();
                                } catch (Gone e) { // here
                                    call.run();
                                }
                            }
                        }"""),
                use("throws", "model.Gone", """
                        class App {
                            void use() throws Gone {
                                System.out.println(); // here
                            }
                        }"""),
                use("a class literal", "model.Gone", """
                        class App {
                            Object use() {
                                return Gone.class; // here
                            }
                        }"""),
                use("an array", "model.Gone", """
                        class App {
                            Object use() {
                                return new Gone[1][1]; // here
                            }
                        }"""),
                use("an annotation of a method", "model.Gone", """
                        @interface Uses { Class<?>[] value(); }
                        class App {
                            @Uses({String.class, Gone.class})
                            void use() {
                                System.out.println(); // here
                            }
                        }"""));
    }

    /** Declarations of classes and fields, which have no line. */
    static Stream<Arguments> declarations() {
        return Stream.of(
                use("implements", "TinyClient", "class App implements TinyClient {}"),
                use("a type argument of a supertype", "model.Gone", "abstract class App implements List<Gone> {}"),
                use("a field", "model.Gone", "class App { Gone gone; }"),
                use("a type argument of a field", "model.Gone", "class App { List<Gone[]> gone; }"),
                use("an annotation", "model.Gone", """
                        @interface Uses { Class<?> value(); }
                        @Uses(Gone.class) class App {}"""),
                use("an annotation of a field", "model.Gone", """
                        @interface Uses { Class<?> value(); }
                        class App { @Uses(Gone.class) int field; }"""));
    }

    private static Arguments use(String kind, String element, String source) {
        return Arguments.of(kind, Consumers.PACKAGE + "." + element, source);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uses")
    void isFoundAtItsLine(String kind, String element, String source, @TempDir Path folder) throws IOException {
        List<CallSite> sites = sites(source, element, folder);
        List<String> lines = source.lines().toList();
        TreeSet<Integer> marked = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// here")) {
                marked.add(i + 1);
            }
        }
        TreeSet<Integer> found = new TreeSet<>();
        sites.forEach(site -> found.add(site.line()));
        assertThat(found).as(sites.toString()).isEqualTo(marked);
        assertThat(sites)
                .allMatch(site -> site.file().equals("App.java")
                        && site.element().startsWith(element)
                        && (site.method().equals("use") || site.method().equals("put")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("declarations")
    void isFoundWithoutALine(String kind, String element, String source, @TempDir Path folder) throws IOException {
        assertThat(sites(source, element, folder))
                .containsExactly(new CallSite("com.example.app.App", "", "App.java", 0, element));
    }

    @Test
    void recordComponentIsFound(@TempDir Path folder) throws IOException {
        String element = Consumers.PACKAGE + ".model.Gone";
        assertThat(sites("record App(List<Gone> all) {}", element, folder))
                .contains(new CallSite("com.example.app.App", "", "App.java", 0, element))
                .contains(new CallSite("com.example.app.App", "<init>", "App.java", 1, element));
    }

    @Test
    void otherCodeIsNotFound(@TempDir Path folder) throws IOException {
        assertThat(sites("""
                class App {
                    String name() { return "com/example/tiny/model/GetResponse"; }
                    String use() { return name(); }
                }""", Consumers.PACKAGE + ".model.GetResponse.name()", folder))
                .isEmpty();
    }

    private static List<CallSite> sites(String source, String element, Path folder) throws IOException {
        Path user = consumers.user(source, folder);
        CallSites sites = CallSites.of(List.of(user, consumers.client()), Set.of(Consumers.PACKAGE));
        assertThat(sites.warnings()).isEmpty();
        return sites.touching(touching(element));
    }

    /** A change that only an element tells about. */
    static ApiChange touching(String element) {
        int end = element.indexOf('(') < 0 ? element.length() : element.indexOf('(');
        int dot = element.lastIndexOf('.', end);
        String last = element.substring(dot + 1, end);
        boolean isClass = end == element.length() && Character.isUpperCase(last.charAt(0)) && !last.equals("LOW");
        TouchedElement touched = isClass
                ? new TouchedElement(element, null, element)
                : new TouchedElement(element.substring(0, dot), last, element);
        return new ApiChange(
                ChangeCode.OTHER,
                "",
                "",
                null,
                null,
                List.of(),
                null,
                Judgement.COMPATIBLE,
                Judgement.COMPATIBLE,
                WireVerdict.COMPATIBLE,
                null,
                List.of(),
                List.of(touched));
    }

    private static final String APP = """
            class App {
                void use(TinyClient client) {
                    GetResponse got = client.get(r -> r // GET
                            .id("a") // ID
                            .size(1)); // SIZE
                    got.name(); // NAME
                    if (Level.LOW.equals(got.level())) { // LEVEL LOW
                        client.put(r -> r.name("b")); // PUT
                    }
                }
                boolean check(GetResponse got) {
                    return got.target() instanceof Target.HostMember; // TARGET
                }
                void close(TinyClient client) {
                    try {
                        client.close();
                    } catch (Gone e) { // GONE
                        client.close();
                    }
                }
            }""";

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        ChangeCode.MEMBER_REMOVED, "\"name\":\\{\"shape\":\"Text\"\\},\"level\"", "\"level\"", "NAME"),
                Arguments.of(
                        ChangeCode.MEMBER_MOVED,
                        "\"size\":\\{",
                        "\"size\":{\"location\":\"querystring\",\"locationName\":\"size\",",
                        "SIZE"),
                Arguments.of(ChangeCode.MEMBER_NOW_REQUIRED, "\\[\"id\"\\]", "[\"id\",\"size\"]", "GET ID SIZE"),
                Arguments.of(ChangeCode.REQUEST_CHANGED, "\"/put\"", "\"/store\"", "PUT"),
                Arguments.of(ChangeCode.ENUM_VALUE_ADDED, "\"HIGH\"\\]", "\"HIGH\",\"TOP\"]", "LEVEL"),
                Arguments.of(ChangeCode.ENUM_VALUE_REMOVED, "\"LOW\",", "", "LOW"),
                Arguments.of(
                        ChangeCode.UNION_MEMBER_ADDED,
                        "\"port\":\\{",
                        "\"path\":{\"shape\":\"Text\"},\"port\":{",
                        "TARGET"),
                Arguments.of(
                        ChangeCode.ERROR_CODE_CHANGED,
                        "\"exception\":true",
                        "\"exception\":true,\"error\":{\"code\":\"Left\"}",
                        "GONE"));
    }

    /** The real changes of a model meet the code that they should. */
    @ParameterizedTest
    @MethodSource("changes")
    void changeTouchesItsUsers(ChangeCode code, String pattern, String replacement, String marks, @TempDir Path folder)
            throws IOException {
        ApiChange change = Consumers.change(code, pattern, replacement);
        Path user = consumers.user(APP, folder);
        List<CallSite> sites = CallSites.of(List.of(user, consumers.client()), Set.of(Consumers.PACKAGE))
                .touching(change);
        List<String> found = new ArrayList<>();
        List<String> lines = APP.lines().toList();
        sites.stream().map(CallSite::line).distinct().sorted().forEach(line -> found.add(lines.get(line - 1)));
        for (String mark : marks.split(" ")) {
            assertThat(found).as(change + " " + sites).anyMatch(line -> line.contains(mark));
        }
        assertThat(found)
                .as(change + " " + sites)
                .allMatch(
                        line -> Stream.of(marks.split(" ")).anyMatch(line.substring(line.indexOf("//") + 1)::contains));
    }

    @Test
    void additionTouchesNothing(@TempDir Path folder) throws IOException {
        ApiChange change =
                Consumers.change(ChangeCode.MEMBER_ADDED, "\"size\":", "\"extra\":{\"shape\":\"Text\"},\"size\":");
        Path user = consumers.user(APP, folder);
        assertThat(CallSites.of(List.of(user, consumers.client()), Set.of(Consumers.PACKAGE))
                        .touching(change))
                .isEmpty();
    }
}
