package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.shape.Builders;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Pagination;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What the client's interface has for an operation that comes in pages. */
final class PaginatorMethods {
    private final EmitContext context;
    private final Operation operation;
    private final Pagination pagination;

    private PaginatorMethods(EmitContext context, Operation operation, Pagination pagination) {
        this.context = context;
        this.operation = operation;
        this.pagination = pagination;
    }

    static void addTo(TypeSpec.Builder client, Operation operation, EmitContext context) {
        Pagination pagination = context.model().pagination(operation);
        if (pagination != null) {
            PaginatorMethods pages = new PaginatorMethods(context, operation, pagination);
            client.addMethod(pages.paginator()).addMethod(pages.consumerPaginator());
        }
    }

    // default ItemPages<ListBrowserSessionsResponse, BrowserSessionSummary> listBrowserSessionsPaginator(
    //         ListBrowserSessionsRequest request) {
    //     return new ListBrowserSessionsPages(this, request);
    // }
    private MethodSpec paginator() {
        ClassName input = context.names().type(operation.input());
        Javadoc javadoc = Javadoc.of(
                "The pages of {@link #$N($T)}$L.",
                context.names().method(operation),
                input,
                pagination.items() == null ? "" : ", and the items on them");
        javadoc.paragraph(
                "A page is fetched when the iteration reaches it, and every iteration starts with the first page. It throws"
                        + " the exceptions of its calls, and a {@link $T} if the service repeats a token.",
                RuntimeTypes.REPEATED_TOKEN);
        if (pagination.limit() != null) {
            javadoc.paragraph(
                    "{@link $T#$N()} limits a page.",
                    input,
                    context.names().member(operation.input(), pagination.limit()));
        }
        if (pagination.inferred()) {
            javadoc.paragraph(
                    "The model does not declare that the operation returns pages. This was inferred from {@code $L}, which the"
                            + " request and the response have.",
                    pagination.tokens().stream()
                            .map(token -> Javadoc.inline(token.input().name()))
                            .collect(Collectors.joining()));
        }
        return begin(javadoc)
                .addParameter(input, "request")
                .addStatement("return new $T(this, request)", context.names().pages(operation))
                .build();
    }

    // default ItemPages<ListBrowserSessionsResponse, BrowserSessionSummary> listBrowserSessionsPaginator(
    //         Consumer<ListBrowserSessionsRequest.Builder> request) {
    //     ListBrowserSessionsRequest.Builder builder = ListBrowserSessionsRequest.builder();
    //     Objects.requireNonNull(request, "request must not be null").accept(builder);
    //     return listBrowserSessionsPaginator(builder.build());
    // }
    private MethodSpec consumerPaginator() {
        ClassName input = context.names().type(operation.input());
        ClassName builder = input.nestedClass("Builder");
        String name = context.names().paginator(operation);
        Javadoc javadoc = Javadoc.of("The same as {@link #$N($T)}, with the request built in place.", name, input);
        return begin(javadoc)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "request")
                .addStatement("$T builder = $T.builder()", builder, input)
                .addStatement(Builders.accept("request", "builder"))
                .addStatement("return $N(builder.build())", name)
                .build();
    }

    private MethodSpec.Builder begin(Javadoc javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.names().paginator(operation))
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(PaginatorEmitter.type(context, operation, pagination));
        if (operation.deprecated() != null) {
            javadoc.deprecated(operation.deprecated());
            method.addAnnotation(Deprecated.class);
        }
        return method.addJavadoc(javadoc.build());
    }
}
