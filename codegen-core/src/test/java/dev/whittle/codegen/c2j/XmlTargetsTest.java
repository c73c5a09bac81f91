package dev.whittle.codegen.c2j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.XmlTraits;
import dev.whittle.codegen.model.XmlTraits.Namespace;
import org.junit.jupiter.api.Test;

/** What members have for XML of what C2J says of their shapes. */
class XmlTargetsTest {
    private static XmlTraits xml(String member, String shape) {
        return input("'In': {'type': 'structure', 'members': {'m': {'shape': 'S'" + member + "}}}, 'S': {" + shape
                        + "}, 'Text': {'type': 'string'}")
                .members()
                .get(0)
                .xml();
    }

    private static StructureShape input(String shapes) {
        return TestModels.linked(TestModels.ofShapes(shapes)).structure(new ShapeId("PutRequest"));
    }

    private static XmlTraits named(String name, boolean flattened) {
        return new XmlTraits(name, null, false, flattened, null);
    }

    @Test
    void theNameIsTheMembersOrElseTheShapes() {
        assertThat(xml("", "'type': 'string'")).isSameAs(XmlTraits.NONE);
        assertThat(xml("", "'type': 'string', 'locationName': 'x'")).isEqualTo(named("x", false));
        assertThat(xml(", 'locationName': 'y'", "'type': 'string', 'locationName': 'x'"))
                .isEqualTo(named("y", false));
    }

    @Test
    void aFlattenedListHasTheNameOfItsItems() {
        String list = "'type': 'list', 'member': {'shape': 'Text', 'locationName': 'item'}";
        assertThat(xml(", 'locationName': 'y'", list)).isEqualTo(named("y", false));
        assertThat(xml(", 'locationName': 'y'", list + ", 'flattened': true")).isEqualTo(named("item", true));
        assertThat(xml(", 'locationName': 'y', 'flattened': true", list)).isEqualTo(named("item", true));
        assertThat(xml("", "'type': 'list', 'member': {'shape': 'Text'}, 'flattened': true"))
                .isEqualTo(new XmlTraits(null, null, false, true, null));
    }

    @Test
    void aFlattenedMapHasItsOwn() {
        assertThat(xml(
                        ", 'locationName': 'y'",
                        "'type': 'map', 'key': {'shape': 'Text'}, 'value': {'shape': 'Text'}, 'flattened': true,"
                                + " 'locationName': 'x'"))
                .isEqualTo(named("y", true));
    }

    @Test
    void namespacesAndAttributesAreTheShapesToo() {
        assertThat(xml(
                        ", 'queryName': 'q'",
                        "'type': 'string', 'xmlAttribute': true, 'xmlNamespace': {'uri': 'urn:x', 'prefix': 'p'}"))
                .isEqualTo(new XmlTraits(null, "q", true, false, new Namespace("urn:x", "p")));
    }

    @Test
    void aNameForAnotherPartOfTheMessageIsNone() {
        assertThat(xml(", 'location': 'header', 'locationName': 'X-M'", "'type': 'string', 'locationName': 'x'"))
                .isSameAs(XmlTraits.NONE);
    }

    @Test
    void theRootIsTheOperationsOrElseTheShapes() {
        String shapes = "'In': {'type': 'structure', 'members': {}, 'locationName': 'x'}";
        assertThat(input(shapes).xml()).isEqualTo(named("x", false));
        String model = TestModels.ofShapes(shapes)
                .replace("'shape': 'In'", "'shape': 'In', 'locationName': 'Root', 'xmlNamespace': {'uri': 'urn:x'}");
        assertThat(TestModels.linked(model).structure(new ShapeId("PutRequest")).xml())
                .isEqualTo(new XmlTraits("Root", null, false, false, new Namespace("urn:x", null)));
    }
}
