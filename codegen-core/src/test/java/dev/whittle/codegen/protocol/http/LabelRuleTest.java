package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class LabelRuleTest {
    @Test
    void labelsAreBoundByTheNameOnTheWire() {
        String model = TestModels.of("""
                'GetCart': {
                  'http': {'method': 'GET', 'requestUri': '/carts/{cartId}'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['cartID'], 'members': {
                  'cartID': {'shape': 'S', 'location': 'uri'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,43] SVC0414 operation GetCart: label {cartId} of the request URI is bound by no member of In at /operations/GetCart/http/requestUri
                                hint: member 'cartID' has location "uri" but locationName "cartID\"""", """
                        service-2.json:[7,13] SVC0415 operation GetCart: member 'cartID' is bound to label {cartID}, which the request URI does not have at /shapes/In/members/cartID
                                hint: did you mean 'cartId'?""");
    }

    @Test
    void aMemberWithTheNameOfALabelNeedsALocation() {
        String model = TestModels.of("""
                'GetCart': {
                  'http': {'method': 'GET', 'requestUri': '/carts/{cartID}'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['cartID'], 'members': {
                  'cartID': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,43] SVC0414 operation GetCart: label {cartID} of the request URI is bound by no member of In at /operations/GetCart/http/requestUri
                                hint: member 'cartID' needs "location": "uri" to be bound to it""");
    }

    @Test
    void labelsAndMembersAreMatchedOneByOne() {
        String model = TestModels.of("""
                'GetCart': {
                  'http': {'method': 'GET', 'requestUri': '/carts/{id}'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['one', 'two'], 'members': {
                  'one': {'shape': 'S', 'location': 'uri', 'locationName': 'id'},
                  'two': {'shape': 'S', 'location': 'uri', 'locationName': 'id'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[8,10] SVC0419 member 'two' of In is bound to label {id}, and so is member 'one' at /shapes/In/members/two");
    }

    @Test
    void aMemberIsBoundToALabelThatIsThere() {
        String model = TestModels.of("""
                'GetCart': {
                  'http': {'method': 'GET', 'requestUri': '/carts/{id+}'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['id', 'item'], 'members': {
                  'id': {'shape': 'S', 'location': 'uri'},
                  'item': {'shape': 'S', 'location': 'uri', 'locationName': 'itemId'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[8,11] SVC0415 operation GetCart: member 'item' is bound to label {itemId}, which the request URI does not have at /shapes/In/members/item
                                hint: it has id""");
    }

    @Test
    void withoutAnInputNothingIsBound() {
        String model = TestModels.of("""
                'GetCart': {'http': {'method': 'GET', 'requestUri': '/carts/{id}'}}
                """, "");
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[2,53] SVC0414 operation GetCart: label {id} of the request URI is bound by no member: there is no input at /operations/GetCart/http/requestUri");
    }
}
