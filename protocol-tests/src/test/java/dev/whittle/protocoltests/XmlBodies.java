package dev.whittle.protocoltests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Compares bodies in XML, by the JDK's parser. */
final class XmlBodies {
    private XmlBodies() {}

    /** How a body differs from what is expected, {@code null} if it means the same. */
    static String difference(byte[] wanted, byte[] actual) {
        String expected = canonical(wanted);
        String found = canonical(actual);
        return expected.equals(found)
                ? null
                : "the body is " + new String(actual, StandardCharsets.UTF_8) + ", expected " + expected;
    }

    private static String canonical(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new ByteArrayInputStream(bytes));
            StringBuilder text = new StringBuilder();
            append(document.getDocumentElement(), text);
            return text.toString();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return "not XML: " + e.getMessage();
        }
    }

    /** The order of elements has a meaning only among those of one name, and white space only in elements without others. */
    private static void append(Element element, StringBuilder text) {
        text.append('<').append(element.getTagName());
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        text.append(attributes).append('>');
        SortedMap<String, List<Element>> children = new TreeMap<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                children.computeIfAbsent(each.getTagName(), name -> new ArrayList<>())
                        .add(each);
            }
        }
        children.values().forEach(each -> each.forEach(child -> append(child, text)));
        text.append(children.isEmpty() ? element.getTextContent() : "").append("</>");
    }
}
