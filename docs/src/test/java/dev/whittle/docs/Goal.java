package dev.whittle.docs;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A goal of the plugin, as its descriptor has it.
 *
 * @param name what it is called
 * @param description what it does, as HTML
 * @param phase the phase it runs in by default, empty for none
 * @param parameters what a user can set, in alphabetical order
 */
record Goal(String name, String description, String phase, List<Parameter> parameters) {
    /** The descriptor with its descriptions as they were written; it is made before the plugin's own tests run. */
    private static final String DESCRIPTOR = "maven-plugin/target/plugin-enhanced.xml";

    /**
     * A parameter.
     *
     * @param property the property that sets it on the command line, empty for none
     * @param defaultValue what it is if not set, empty for nothing
     */
    record Parameter(String name, String type, String description, String property, String defaultValue) {}

    /** All goals, in alphabetical order. */
    static List<Goal> all() throws Exception {
        Element plugin = descriptor();
        List<Goal> goals = new ArrayList<>();
        for (Element mojo : children(child(plugin, "mojos"))) {
            goals.add(new Goal(text(mojo, "goal"), text(mojo, "description"), text(mojo, "phase"), parameters(mojo)));
        }
        goals.sort((a, b) -> a.name().compareTo(b.name()));
        return goals;
    }

    /** The version of the plugin, that pages have to name. */
    static String pluginVersion() throws Exception {
        return text(descriptor(), "version");
    }

    private static Element descriptor() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Page.ROOT.resolve(DESCRIPTOR).toFile())
                .getDocumentElement();
    }

    private static List<Parameter> parameters(Element mojo) {
        List<Parameter> parameters = new ArrayList<>();
        Element configuration = child(mojo, "configuration");
        for (Element parameter : children(child(mojo, "parameters"))) {
            if (text(parameter, "editable").equals("true")) {
                String name = text(parameter, "name");
                Element value = configuration == null ? null : child(configuration, name);
                String property = value == null ? "" : value.getTextContent().strip();
                parameters.add(new Parameter(
                        name,
                        text(parameter, "type"),
                        text(parameter, "description"),
                        property.replaceAll("^\\$\\{(.*)}$", "$1"),
                        value == null ? "" : value.getAttribute("default-value")));
            }
        }
        parameters.sort((a, b) -> a.name().compareTo(b.name()));
        return parameters;
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent().strip();
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        for (Element child : children(parent)) {
            if (child.getTagName().equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static List<Element> children(@Nullable Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
