package dev.whittle.codegen.smithy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.validation.Validator;
import software.amazon.smithy.model.validation.ValidatorFactory;

/**
 * The validators of Smithy that matter to a client. Left out are those that only warn, those of traits that have no meaning
 * for clients, and those of endpoint rules, which are linked and checked as they are in any format. Running these as well
 * would take a quarter of the time that a small model takes.
 */
final class ClientValidators implements ValidatorFactory {
    private static final List<String> PACKAGES =
            List.of(".rulesengine.", ".aws.traits.tagging.", ".aws.traits.clientendpointdiscovery.");
    private static final Set<String> NAMES = Set.of(
            "ArnTemplateValidator",
            "ArnTraitValidator",
            "CloudWatchNamespaceValidator",
            "CorsTraitValidator",
            "DeprecatedTraitValidator",
            "EventSourceValidator",
            "ExamplesTraitValidator",
            "HttpBindingTraitIgnoredValidator",
            "MemberShouldReferenceResourceValidator",
            "NoInlineDocumentSupportValidator",
            "ReferencesTraitValidator",
            "ServiceBoundResourceOperationValidator",
            "TraitBreakingChangesValidator",
            "UnstableTraitValidator");

    private final ValidatorFactory all = ValidatorFactory.createServiceFactory(ModelAssembler.class.getClassLoader());

    @Override
    public List<Validator> loadBuiltinValidators() {
        List<Validator> validators = new ArrayList<>();
        for (Validator validator : all.loadBuiltinValidators()) {
            if (matters(validator.getClass())) {
                validators.add(validator);
            }
        }
        return validators;
    }

    /** Validators that a model configures are about how it is written. */
    @Override
    public Optional<Validator> createValidator(String name, ObjectNode configuration) {
        return Optional.empty();
    }

    private static boolean matters(Class<?> validator) {
        String name = validator.getName();
        return !NAMES.contains(validator.getSimpleName()) && PACKAGES.stream().noneMatch(name::contains);
    }
}
