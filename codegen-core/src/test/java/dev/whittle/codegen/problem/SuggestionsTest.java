package dev.whittle.codegen.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> NAMES = List.of("Order", "OrderLine", "Cart", "GetCartRequest");

    @ParameterizedTest
    @CsvSource({
        "Ordr, Order",
        "Odrer, Order",
        "order, Order",
        "ORDERLINE, OrderLine",
        "OrderLines, OrderLine",
        "GetCartRequset, GetCartRequest",
        "Crat, Cart"
    })
    void findsWhatWasMeant(String wrong, String meant) {
        assertThat(Suggestions.didYouMean(wrong, NAMES)).isEqualTo("did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"Zebra", "X", "''", "GetBasketResponse"})
    void doesNotGuessWildly(String wrong) {
        assertThat(Suggestions.didYouMean(wrong, NAMES)).isNull();
    }

    @Test
    void listsTheCandidatesWhenNoneIsNear() {
        assertThat(Suggestions.didYouMeanOr("Zebra", NAMES, "known are"))
                .isEqualTo("known are Order, OrderLine, Cart, GetCartRequest");
        assertThat(Suggestions.didYouMeanOr("Zebra", List.of(), "known are")).isNull();
    }

    @Test
    void longListsAreCut() {
        assertThat(Suggestions.list(Collections.nCopies(23, "x"))).endsWith("x, x and 3 more");
    }
}
