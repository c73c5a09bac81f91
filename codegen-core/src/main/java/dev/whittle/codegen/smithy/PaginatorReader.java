package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedPagination;
import dev.whittle.codegen.parsed.ParsedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.traits.PaginatedTrait;

/** Reads how an operation comes in pages. What its trait leaves open, that of the service says. */
final class PaginatorReader {
    private final OperationShape operation;

    private PaginatorReader(OperationShape operation) {
        this.operation = operation;
    }

    /** How an operation comes in pages, {@code null} where it does not. */
    static @Nullable ParsedPagination read(OperationShape operation, String name, ServiceShape service) {
        PaginatedTrait own = Traits.get(operation, PaginatedTrait.class);
        PaginatedTrait general = Traits.get(service, PaginatedTrait.class);
        if (own == null) {
            return null;
        }
        PaginatedTrait merged = general == null ? own : own.merge(general);
        return new PaginatorReader(operation).read(name, merged);
    }

    private ParsedPagination read(String name, PaginatedTrait trait) {
        return new ParsedPagination(
                name,
                Pointers.ofTrait(operation, PaginatedTrait.ID),
                list(trait.getInputToken(), "inputToken"),
                list(trait.getOutputToken(), "outputToken"),
                null,
                list(trait.getItems(), "items"),
                text(trait.getPageSize(), "pageSize"),
                List.of());
    }

    private List<ParsedText> list(Optional<String> text, String key) {
        ParsedText only = text(text, key);
        return only == null ? List.of() : List.of(only);
    }

    private @Nullable ParsedText text(Optional<String> text, String key) {
        return text.isEmpty() ? null : new ParsedText(text.get(), Pointers.ofTrait(operation, PaginatedTrait.ID, key));
    }
}
