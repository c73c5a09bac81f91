package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Pieces of a pom are well-formed, and every parameter of the plugin in them is one. */
class PomBlocksTest {
    private static final Set<String> OF_A_MODEL = Set.of(
            "file",
            "directory",
            "artifact",
            "entry",
            "service",
            "imports",
            "packageName",
            "defaultEndpoint",
            "includeOperations",
            "excludeOperations");

    private static Set<String> parameters;

    @BeforeAll
    static void readParameters() throws Exception {
        parameters = new TreeSet<>();
        for (Goal goal : Goal.all()) {
            goal.parameters().forEach(parameter -> parameters.add(parameter.name()));
        }
    }

    static List<CodeBlock> blocks() {
        return Page.blocks("pom");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void configuresWhatThereIs(CodeBlock block) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<root>" + block.text() + "</root>")))
                .getDocumentElement();
        int checked = 0;
        for (Element configuration : below(root, "configuration")) {
            for (Element parameter : children(configuration)) {
                assertThat(parameters).as(block.place()).contains(parameter.getTagName());
                checked++;
            }
        }
        for (Element model : below(root, "model")) {
            for (Element parameter : children(model)) {
                assertThat(OF_A_MODEL).as(block.place()).contains(parameter.getTagName());
            }
        }
        assertThat(checked).as("%s: parameters", block.place()).isPositive();
    }

    private static List<Element> below(Element root, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(root)) {
            if (child.getTagName().equals(name)) {
                found.add(child);
            }
            found.addAll(below(child, name));
        }
        return found;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
