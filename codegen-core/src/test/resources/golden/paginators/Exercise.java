import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.paginate.ItemPages;
import dev.whittle.runtime.paginate.Pages;
import dev.whittle.runtime.paginate.RepeatedTokenException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void itemsComeFromAllPagesInOrder() {
        wire.answer(200, "{\"things\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"nextToken\":\"2\"}")
                .then(200, "{\"things\":[],\"nextToken\":\"3\"}")
                .then(200, "{\"things\":[{\"name\":\"c\"}],\"nextToken\":\"\"}");
        List<String> names = new ArrayList<>();
        for (Thing thing : client.listThingsPaginator(r -> r.pageSize(2)).items()) {
            names.add(thing.name());
        }
        assertThat(names).containsExactly("a", "b", "c");
        assertThat(wire.lines())
                .containsExactly("GET /things?size=2", "GET /things?next=2&size=2", "GET /things?next=3&size=2");
    }

    public void nothingIsFetchedBeforeItIsNeeded() {
        wire.answer(200, "{\"things\":[{\"name\":\"a\"}],\"nextToken\":\"2\"}");
        ItemPages<ListThingsResponse, Thing> pages = client.listThingsPaginator(r -> {});
        assertThat(wire.lines()).isEmpty();
        Iterator<ListThingsResponse> iterator = pages.iterator();
        assertThat(iterator.hasNext()).isTrue();
        assertThat(wire.lines()).isEmpty();
        iterator.next();
        assertThat(iterator.hasNext()).isTrue();
        assertThat(pages.items().stream().findFirst().get().name()).isEqualTo("a");
        assertThat(wire.lines()).hasSize(2);
    }

    public void everyIterationBeginsAnew() {
        wire.answer(200, "{\"things\":[{\"name\":\"a\"}]}");
        ItemPages<ListThingsResponse, Thing> pages = client.listThingsPaginator(r -> r.nextToken("later"));
        assertThat(pages).hasSize(1);
        assertThat(pages.stream().count()).isEqualTo(1);
        assertThat(pages.items()).hasSize(1);
        assertThat(wire.lines()).hasSize(3).containsOnly("GET /things?next=later");
    }

    public void anEmptyPageThatRepeatsTheTokenOfItsRequestIsTheLast() {
        wire.answer(200, "{\"things\":[{\"name\":\"a\"}],\"nextToken\":\"2\"}").then(200, "{\"nextToken\":\"2\"}");
        assertThat(client.listThingsPaginator(r -> {}).items()).hasSize(1);
        assertThat(wire.lines()).hasSize(2);
    }

    public void aRepeatedTokenEndsTheIteration() {
        wire.answer(200, "{\"things\":[{\"name\":\"a\"}],\"nextToken\":\"2\"}");
        Iterator<ListThingsResponse> pages = client.listThingsPaginator(r -> {}).iterator();
        pages.next();
        pages.next();
        assertThatThrownBy(pages::next)
                .isInstanceOf(RepeatedTokenException.class)
                .hasMessage("ListThingsPages: page 2 has the same token as an earlier page, so the pages would never end");
        assertThat(wire.lines()).hasSize(2);
    }

    public void pagesThatLeadInACircleEnd() {
        wire.answer(200, "{\"things\":[],\"nextToken\":\"2\"}");
        for (int i = 0; i < 100; i++) {
            wire.then(200, "{\"things\":[],\"nextToken\":\"" + i % 3 + "\"}");
        }
        assertThatThrownBy(() -> client.listThingsPaginator(r -> {}).items().iterator().hasNext())
                .isInstanceOf(RepeatedTokenException.class);
        assertThat(wire.lines()).hasSizeLessThan(10);
    }

    public void behindTheLastPageThereIsNothing() {
        wire.answer(200, "{\"things\":[]}");
        Iterator<ListThingsResponse> pages = client.listThingsPaginator(r -> {}).iterator();
        pages.next();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
        Iterator<Thing> things = client.listThingsPaginator(r -> {}).items().iterator();
        assertThatThrownBy(things::next).isInstanceOf(NoSuchElementException.class);
    }

    public void afterAFailureTheSamePageIsTriedAgain() {
        wire.answer(200, "{\"things\":[],\"nextToken\":\"2\"}").then(404, "{}").then(200, "{\"things\":[]}");
        Iterator<ListThingsResponse> pages = client.listThingsPaginator(r -> {}).iterator();
        pages.next();
        assertThatThrownBy(pages::next).isInstanceOf(TinyException.class);
        assertThat(pages.hasNext()).isTrue();
        pages.next();
        assertThat(pages.hasNext()).isFalse();
        assertThat(wire.lines()).endsWith("GET /things?next=2", "GET /things?next=2");
    }

    public void optionsHoldForEachPage() {
        wire.answer(200, "{\"things\":[],\"nextToken\":\"2\"}").then(200, "{\"things\":[]}");
        RequestOptions options = RequestOptions.builder().header("X-Trace", "t").build();
        ItemPages<ListThingsResponse, Thing> pages = client.listThingsPaginator(r -> {});
        assertThat(pages.with(options)).hasSize(2);
        assertThat(wire.header("X-Trace")).isEqualTo("t");
        assertThat(pages).hasSize(1);
        assertThat(wire.header("X-Trace")).isNull();
    }

    public void entriesOfAMapAreItems() {
        wire.answer(200, "{\"labels\":{\"a\":1}}", "X-Next", "n").then(200, "{\"labels\":{\"b\":2}}");
        assertThat(client.listLabelsPaginator(r -> {}).items()).containsExactly(Map.entry("a", 1), Map.entry("b", 2));
        assertThat(wire.header("X-Start")).isEqualTo("n");
    }

    public void severalTokensGoOnTogether() {
        wire.answer(200, "{\"Listing\":{\"IsTruncated\":true,\"NextKeyMarker\":\"k\",\"NextVersionMarker\":1,\"Versions\":[{}]}}")
                .then(200, "{\"Listing\":{\"IsTruncated\":true,\"NextKeyMarker\":\"k\",\"NextVersionMarker\":2}}")
                .then(200, "{\"Listing\":{\"IsTruncated\":true,\"NextKeyMarker\":\"l\",\"Versions\":[{}]}}")
                .then(200, "{\"Listing\":{\"IsTruncated\":false,\"NextKeyMarker\":\"m\",\"Versions\":[{}]}}");
        assertThat(client.listVersionsPaginator(r -> {}).items()).hasSize(3);
        assertThat(wire.body()).isEqualTo("{\"KeyMarker\":\"l\"}");
        assertThat(wire.lines()).hasSize(4);
    }

    public void whatIsNotThereHasNoItems() {
        assertThat(client.listVersionsPaginator(r -> {}).items()).isEmpty();
        assertThat(wire.lines()).hasSize(1);
    }

    public void aPageMayHaveNoItems() {
        wire.answer(200, "{\"chunk\":\"a\",\"nextToken\":\"2\"}").then(200, "{\"chunk\":\"b\"}");
        @SuppressWarnings("deprecation")
        Pages<ListChunksResponse> pages = client.listChunksPaginator(r -> {});
        assertThat(pages.stream().map(ListChunksResponse::chunk)).containsExactly("a", "b");
    }

    public void whatIsInferredWorksAlike() {
        wire.answer(200, "{\"Guesses\":[\"a\"],\"Marker\":\"2\"}").then(200, "{\"Guesses\":[\"b\"]}");
        assertThat(client.listGuessesPaginator(r -> r.maxItems(1)).items()).containsExactly("a", "b");
        assertThat(wire.body()).isEqualTo("{\"Marker\":\"2\",\"MaxItems\":1}");
    }

    public void aFakeNeedsNothingMoreThanTheOperation() {
        TinyClient fake = new TinyClient() {
            @Override
            public ListGuessesResponse listGuesses(ListGuessesRequest request) {
                ListGuessesResponse.Builder answer = ListGuessesResponse.builder().guesses(String.valueOf(request.marker()));
                return request.marker() == null ? answer.marker("m").build() : answer.build();
            }
        };
        assertThat(fake.listGuessesPaginator(r -> {}).items()).containsExactly("null", "m");
    }
}
