package dev.whittle.runtime.paginate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.client.RequestOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private record Page(Object token, List<String> items) {
        static Page of(Object token, String... items) {
            return new Page(token, List.of(items));
        }
    }

    /** Pages that a script plays; after it, the last page again. */
    private static class Script extends ItemPages<Page, String> {
        private final List<Page> script;
        private final List<Object> asked = new ArrayList<>();

        Script(Page... script) {
            this.script = List.of(script);
        }

        @Override
        protected Page page(Page previous, RequestOptions options) {
            asked.add(previous == null ? "-" : previous.token());
            return script.get(Math.min(asked.size(), script.size()) - 1);
        }

        @Override
        protected Object token(Page page) {
            return page.token();
        }

        @Override
        protected Iterable<String> items(Page page) {
            return page.items();
        }

        List<String> all() {
            List<String> all = new ArrayList<>();
            for (String item : items()) {
                all.add(item);
            }
            return all;
        }
    }

    @Test
    void endsWithoutAToken() {
        assertThat(new Script(Page.of("1", "a"), Page.of("", "b")).all()).containsExactly("a", "b");
        assertThat(new Script(Page.of("1", "a"), Page.of(null)).all()).containsExactly("a");
    }

    /** As BatchGetItem of DynamoDB ends: its token is the map of the keys that were not processed. */
    @Test
    void endsWithAnEmptyCollectionAsTheToken() {
        Script keys = new Script(Page.of(Map.of("k", 1), "a"), Page.of(Map.of(), "b"));
        assertThat(keys.all()).containsExactly("a", "b");
        assertThat(keys.asked).containsExactly("-", Map.of("k", 1));
        assertThat(new Script(Page.of(List.of("k"), "a"), Page.of(List.of(), "b")).all())
                .containsExactly("a", "b");
        assertThat(Pages.tokens(null, "", Map.of(), List.of())).isNull();
        assertThat(Pages.tokens(Map.of(), "t")).isEqualTo(List.of(Map.of(), "t"));
    }

    /** As CloudWatch Logs ends: the token of the request comes back, with nothing. */
    @Test
    void endsWhereAnEmptyPageRepeatsTheTokenOfItsRequest() {
        Script script = new Script(Page.of("f/1", "a"), Page.of("f/2", "b"), Page.of("f/2"));
        assertThat(script.all()).containsExactly("a", "b");
        assertThat(script.asked).containsExactly("-", "f/1", "f/2");
        assertThat(new Script(Page.of("f/1"), Page.of("f/1"))).hasSize(2);
    }

    @Test
    void anEmptyPageWithAnotherTokenIsNotTheEnd() {
        assertThat(new Script(Page.of("1", "a"), Page.of("2"), Page.of(null, "b")).all())
                .containsExactly("a", "b");
    }

    @Test
    void itemsWithTheTokenOfTheirRequestAreAFault() {
        Script script = new Script(Page.of("1", "a"), Page.of("1", "b"));
        Iterator<String> items = script.items().iterator();
        assertThat(items.next()).isEqualTo("a");
        assertThat(items.next()).isEqualTo("b");
        assertThatThrownBy(items::hasNext).isInstanceOf(RepeatedTokenException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 20})
    void emptyPagesInCirclesEnd(int length) {
        Script circle = new Script() {
            private int count;

            @Override
            protected Page page(Page previous, RequestOptions options) {
                assertThat(count).isLessThan(200);
                return Page.of("t" + count++ % length);
            }
        };
        assertThatThrownBy(circle::all).isInstanceOf(RepeatedTokenException.class);
    }
}
