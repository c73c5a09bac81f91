package dev.whittle.codegen.smithy;

import dev.whittle.codegen.problem.Suggestions;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.TraitDefinition;
import software.amazon.smithy.model.validation.ValidationEvent;
import software.amazon.smithy.protocol.traits.Rpcv2CborTrait;
import software.amazon.smithy.rulesengine.aws.traits.DualStackOnlyEndpointsTrait;
import software.amazon.smithy.rulesengine.traits.EndpointRuleSetTrait;
import software.amazon.smithy.waiters.WaitableTrait;

/**
 * The definitions of the traits that are known. Reading all of them would take longer than reading a small model, so that
 * only those are read whose namespaces the model mentions. A trait of any other namespace may be unknown: many are not
 * about clients.
 */
final class TraitDefinitions {
    private static final String PRELUDE = "smithy.api";
    private static final String UNRESOLVED = "Model.UnresolvedTrait";

    private static final List<Definitions> KNOWN = List.of(
            new Definitions("aws.api", "aws.api", ServiceTrait.class),
            new Definitions("aws.auth", "aws.auth", ServiceTrait.class),
            new Definitions("aws.customizations", "aws.customizations", ServiceTrait.class),
            new Definitions("aws.protocols", "aws.protocols", ServiceTrait.class),
            new Definitions("aws.endpoints", "aws.endpoints", DualStackOnlyEndpointsTrait.class),
            new Definitions("smithy.rules", "smithy.rules", EndpointRuleSetTrait.class),
            new Definitions("smithy.waiters", "waiters", WaitableTrait.class),
            new Definitions("smithy.protocols", "smithy.protocols.rpcv2", Rpcv2CborTrait.class));

    /** The trait that an event is about: the first id in its message. */
    private static final Pattern TRAIT = Pattern.compile("`([^`#]+)#([^`]+)`");

    private TraitDefinitions() {}

    /** Whether a trait is in a namespace whose definitions are known. */
    static boolean isKnown(ShapeId trait) {
        String namespace = trait.getNamespace();
        return namespace.equals(PRELUDE)
                || KNOWN.stream().anyMatch(known -> known.namespace().equals(namespace));
    }

    /**
     * A file with definitions.
     *
     * @param neighbour a class in the same jar
     */
    private record Definitions(String namespace, String file, Class<?> neighbour) {
        URL url() {
            return Objects.requireNonNull(neighbour.getResource("/META-INF/smithy/" + file + ".smithy"), file);
        }

        /** A model may bring the file itself, in a jar of shapes that it shares. */
        boolean isNeeded(List<String> texts) {
            boolean isMentioned = false;
            for (String text : texts) {
                if (text.contains("namespace " + namespace + "\n")) {
                    return false;
                }
                isMentioned |= text.contains(namespace);
            }
            return isMentioned;
        }
    }

    /** Adds the definitions that a model needs. */
    static void add(ModelAssembler assembler, List<String> texts) {
        assembler.putProperty(ModelAssembler.ALLOW_UNKNOWN_TRAITS, true);
        for (Definitions each : KNOWN) {
            if (each.isNeeded(texts)) {
                assembler.addImport(each.url());
            }
        }
    }

    /** The trait that was probably meant by one that is unknown, {@code null} for none and for any other event. */
    static @Nullable String hint(ValidationEvent event, @Nullable Model model) {
        Matcher trait = TRAIT.matcher(event.getMessage());
        if (model == null || !event.getId().equals(UNRESOLVED) || !trait.find()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Shape known : model.getShapesWithTrait(TraitDefinition.class)) {
            names.add(known.getId().getName());
        }
        names.sort(Comparator.naturalOrder());
        return Suggestions.didYouMean(trait.group(2), names);
    }

    /**
     * Whether an event is about a trait that its namespace does not have, although all traits of the namespace are known.
     *
     * @param namespaces the namespaces of the model itself
     */
    static boolean isMisspelt(ValidationEvent event, Iterable<String> namespaces) {
        if (!event.getId().equals(UNRESOLVED)) {
            return false;
        }
        Matcher trait = TRAIT.matcher(event.getMessage());
        if (!trait.find()) {
            return false;
        }
        List<String> known = new ArrayList<>();
        known.add(PRELUDE);
        KNOWN.forEach(definitions -> known.add(definitions.namespace()));
        namespaces.forEach(known::add);
        return known.contains(trait.group(1));
    }
}
