package dev.whittle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Everything that a reader of generated code meets is documented, in simple HTML that states the facts of the traits. */
class DocumentationTest {
    private static final Set<String> ELEMENTS = Set.of("p", "code", "ul", "li");
    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)>");
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt);");

    private record Text(String where, String html) {}

    @TestFactory
    List<DynamicTest> isCompleteAndWellFormed() {
        return texts().stream()
                .map(text -> DynamicTest.dynamicTest(text.where(), () -> {
                    assertThat(text.html()).isNotBlank().isEqualTo(text.html().strip());
                    assertThat(plain(text.html())).endsWith(".").doesNotContain("<", ">", "  ");
                    assertThat(ENTITY.matcher(text.html()).replaceAll("")).doesNotContain("&");
                    assertBalanced(text.html());
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> explainsEveryValueOfAnEnum() {
        return ModelJar.shapes().stream()
                .filter(shape -> shape.getValue().has("enum"))
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> {
                    String html =
                            documentation(shape.getKey(), shape.getValue()).html();
                    assertThat(ModelJar.strings(shape.getValue().required("enum")))
                            .allSatisfy(value -> assertThat(html).contains("<li><code>" + value + "</code>: "));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> statesTheRangeOfEveryNumber() {
        List<DynamicTest> tests = new ArrayList<>();
        ModelJar.shapes()
                .forEach(shape -> shape.getValue().path("members").properties().forEach(member -> {
                    JsonNode target = ModelJar.shape(ModelJar.target(member.getValue()));
                    if (target.required("type").stringValue().equals("integer") && target.has("min")) {
                        String range = target.required("min").asString() + " to "
                                + target.required("max").asString();
                        String where = shape.getKey() + "." + member.getKey();
                        tests.add(DynamicTest.dynamicTest(
                                where,
                                () -> assertThat(documentation(where, member.getValue())
                                                .html())
                                        .containsPattern("(?<![\\d-])" + range + "(?!\\d)")));
                    }
                }));
        assertThat(tests).isNotEmpty();
        return tests;
    }

    @Test
    void saysOfEveryUnionThatOneMemberIsSet() {
        assertThat(ModelJar.shapes())
                .filteredOn(shape -> shape.getValue().has("union"))
                .hasSize(8)
                .allSatisfy(shape -> assertThat(
                                documentation(shape.getKey(), shape.getValue()).html())
                        .contains("Exactly one member is set"));
    }

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        texts.add(documentation("service", ModelJar.SERVICE));
        ModelJar.operations().forEach(operation -> texts.add(documentation(operation.getKey(), operation.getValue())));
        ModelJar.shapes().forEach(shape -> {
            JsonNode definition = shape.getValue();
            if (definition.has("members") || definition.has("enum")) {
                texts.add(documentation(shape.getKey(), definition));
            }
            definition
                    .path("members")
                    .properties()
                    .forEach(member ->
                            texts.add(documentation(shape.getKey() + "." + member.getKey(), member.getValue())));
        });
        ModelJar.json("endpoint-rule-set-1.json")
                .required("parameters")
                .properties()
                .forEach(parameter -> texts.add(documentation(parameter.getKey(), parameter.getValue())));
        return texts;
    }

    private static Text documentation(String where, JsonNode element) {
        return new Text(where, element.path("documentation").asString(""));
    }

    private static String plain(String html) {
        return TAG.matcher(html).replaceAll("");
    }

    private static void assertBalanced(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            String element = tags.group(2);
            assertThat(element).isIn(ELEMENTS);
            if (tags.group(1).isEmpty()) {
                open.push(element);
            } else {
                assertThat(open.poll()).isEqualTo(element);
            }
        }
        assertThat(open).as("elements left open").isEmpty();
    }
}
