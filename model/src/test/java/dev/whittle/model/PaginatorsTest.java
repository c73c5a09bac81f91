package dev.whittle.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaginatorsTest {
    /** AWS declares no paginator for ListBrowserSessions, though it takes and returns a token; neither does this model. */
    @Test
    void declaresNoneAsAwsDoes() {
        JsonNode paginators = ModelJar.json("paginators-1.json");

        assertThat(paginators.propertyNames()).containsExactly("pagination");
        assertThat(paginators.required("pagination").isObject()).isTrue();
        assertThat(paginators.required("pagination").propertyNames()).isEmpty();
    }
}
