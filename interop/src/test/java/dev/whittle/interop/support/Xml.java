package dev.whittle.interop.support;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Objects of the AWS SDK as services that speak awsQuery send them. */
public final class Xml {
    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /** The response of an operation, with its result in a wrapper. */
    public static String response(String operation, SdkPojo result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartElement(operation + "Response");
            out.writeStartElement(operation + "Result");
            new Xml(out).members(result);
            out.writeEndElement();
            out.writeStartElement("ResponseMetadata");
            out.writeStartElement("RequestId");
            out.writeCharacters("r");
            out.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    private void members(SdkPojo pojo) throws XMLStreamException {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Members.value(field, pojo);
            if (value != null) {
                element(field.locationName(), field, value);
            }
        }
    }

    private void element(String name, SdkField<?> field, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        if (value instanceof SdkPojo pojo) {
            members(pojo);
        } else if (value instanceof List<?> list) {
            ListTrait trait = field.getTrait(ListTrait.class);
            String item = trait.memberFieldInfo().locationName();
            for (Object each : list) {
                element(item == null ? "member" : item, trait.memberFieldInfo(), each);
            }
        } else if (value instanceof Map<?, ?> map) {
            MapTrait trait = field.getTrait(MapTrait.class);
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeStartElement("entry");
                element(trait.keyLocationName(), field, entry.getKey());
                element(trait.valueLocationName(), trait.valueFieldInfo(), entry.getValue());
                out.writeEndElement();
            }
        } else {
            out.writeCharacters(text(value));
        }
        out.writeEndElement();
    }

    private static String text(Object value) {
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArray());
        }
        if (value instanceof Instant || value instanceof Boolean || value instanceof Number) {
            return value.toString();
        }
        // XML has no form for most of the control characters.
        return ((String) value).replaceAll("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]", "");
    }
}
