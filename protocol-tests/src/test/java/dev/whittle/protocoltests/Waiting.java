package dev.whittle.protocoltests;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/** Counts the cases of protocols that are not supported yet. */
final class Waiting {
    private Waiting() {}

    /** How many cases for clients each protocol has, by its id, without those of some protocols. */
    static Map<String, Integer> counts(Set<String> supported) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Shape shape : Suites.MODEL.toSet()) {
            shape.getTrait(HttpRequestTestsTrait.class)
                    .ifPresent(trait -> trait.getTestCasesFor(AppliesTo.CLIENT).forEach(each -> count(each, counts)));
            shape.getTrait(HttpResponseTestsTrait.class)
                    .ifPresent(trait -> trait.getTestCasesFor(AppliesTo.CLIENT).forEach(each -> count(each, counts)));
        }
        counts.keySet().removeAll(supported);
        return counts;
    }

    private static void count(HttpMessageTestCase test, Map<String, Integer> counts) {
        counts.merge(test.getProtocol().toString(), 1, Integer::sum);
    }
}
