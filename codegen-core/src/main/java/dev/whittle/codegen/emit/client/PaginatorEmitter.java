package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.emit.jmespath.JmespathCode;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Pagination;
import dev.whittle.codegen.model.Pagination.Token;
import dev.whittle.codegen.model.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The pages of an operation: how to call for the next one, and what is on one. */
public final class PaginatorEmitter {
    private final EmitContext context;

    public PaginatorEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class ListBrowserSessionsPages extends ItemPages<ListBrowserSessionsResponse, BrowserSessionSummary>
    // {
    //     private final BedrockAgentCoreClient client;
    //     private final ListBrowserSessionsRequest request;
    //     …
    // }
    public TypeSpec emit(Operation operation, Pagination pagination) {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(context.names().pages(operation))
                .addJavadoc("The pages of the operation {@code $L}.", operation.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(type(context, operation, pagination))
                .addField(context.names().client(), "client", Modifier.PRIVATE, Modifier.FINAL)
                .addField(context.names().type(operation.input()), "request", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(operation))
                .addMethod(page(operation, pagination))
                .addMethod(token(operation, pagination));
        Path items = pagination.items();
        if (items != null) {
            spec.addMethod(items(operation, items, item(context, items)));
        }
        Deprecations.suppress(spec, context.model(), operation);
        return spec.build();
    }

    /** What the client hands out: pages, or pages with items. */
    static ParameterizedTypeName type(EmitContext context, Operation operation, Pagination pagination) {
        ClassName output = context.names().type(operation.output());
        return pagination.items() == null
                ? ParameterizedTypeName.get(RuntimeTypes.PAGES, output)
                : ParameterizedTypeName.get(RuntimeTypes.ITEM_PAGES, output, item(context, pagination.items()));
    }

    /** An element of the list, or an entry of the map, that a path leads to. */
    private static TypeName item(EmitContext context, Path items) {
        JmespathCode paths = new JmespathCode(context.model(), context.names(), context.types(), "page", List.of());
        ParameterizedTypeName collection = (ParameterizedTypeName) paths.type(items.type());
        List<? extends TypeName> parts = collection.typeArguments();
        return parts.size() == 1
                ? parts.get(0)
                : ParameterizedTypeName.get(ClassName.get(Map.Entry.class), parts.get(0), parts.get(1));
    }

    // public ListBrowserSessionsPages(BedrockAgentCoreClient client, ListBrowserSessionsRequest request) {
    //     this.client = client;
    //     this.request = request;
    // }
    private MethodSpec constructor(Operation operation) {
        return MethodSpec.constructorBuilder()
                .addJavadoc("Called by the client.")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(context.names().client(), "client")
                .addParameter(context.names().type(operation.input()), "request")
                .addStatement("this.client = client")
                .addStatement("this.request = request")
                .build();
    }

    // @Override
    // protected ListBrowserSessionsResponse page(@Nullable ListBrowserSessionsResponse previous, RequestOptions
    // options) {
    //     if (previous == null) {
    //         return client.listBrowserSessions(request, options);
    //     }
    //     return client.listBrowserSessions(request.toBuilder().nextToken(previous.nextToken()).build(), options);
    // }
    private MethodSpec page(Operation operation, Pagination pagination) {
        ClassName output = context.names().type(operation.output());
        String call = context.names().method(operation);
        JmespathCode paths = paths("previous", "options");
        CodeBlock.Builder next = CodeBlock.builder().add("request.toBuilder()");
        for (Token token : pagination.tokens()) {
            next.add(".$N($L)", context.names().member(operation.input(), token.input()), paths.value(token.output()));
        }
        return Overrides.overriding("page", Modifier.PROTECTED)
                .returns(output)
                .addParameter(ParameterSpec.builder(JavaTypes.nullable(output), "previous")
                        .build())
                .addParameter(RuntimeTypes.REQUEST_OPTIONS, "options")
                .beginControlFlow("if (previous == null)")
                .addStatement("return client.$N(request, options)", call)
                .endControlFlow()
                .addCode(paths.takeStatements())
                .addStatement("return client.$N($L.build(), options)", call, next.build())
                .build();
    }

    // @Override
    // protected @Nullable Object token(ListBrowserSessionsResponse page) {
    //     return page.nextToken();
    // }
    private MethodSpec token(Operation operation, Pagination pagination) {
        JmespathCode paths = paths("page");
        MethodSpec.Builder method = Overrides.overriding("token", Modifier.PROTECTED)
                .returns(JavaTypes.nullable(ClassName.OBJECT))
                .addParameter(context.names().type(operation.output()), "page");
        if (pagination.more() != null) {
            CodeBlock more = paths.value(pagination.more());
            method.addCode(paths.takeStatements())
                    .beginControlFlow("if (!$T.TRUE.equals($L))", Boolean.class, more)
                    .addStatement("return null")
                    .endControlFlow();
        }
        List<CodeBlock> tokens = pagination.tokens().stream()
                .map(token -> paths.value(token.output()))
                .toList();
        method.addCode(paths.takeStatements());
        return tokens.size() == 1
                ? method.addStatement("return $L", tokens.get(0)).build()
                : method.addStatement("return tokens($L)", CodeBlock.join(tokens, ", "))
                        .build();
    }

    // @Override
    // protected Iterable<BrowserSessionSummary> items(ListBrowserSessionsResponse page) {
    //     return page.items();
    // }
    private MethodSpec items(Operation operation, Path items, TypeName item) {
        JmespathCode paths = paths("page");
        MethodSpec.Builder method = Overrides.overriding("items", Modifier.PROTECTED)
                .returns(ParameterizedTypeName.get(ClassName.get(Iterable.class), item))
                .addParameter(context.names().type(operation.output()), "page");
        String entries = paths.isMap(items.type()) ? ".entrySet()" : "";
        if (items instanceof Path.Field field && field.of() instanceof Path.Root) {
            // An accessor gives an empty collection for one that is not set.
            return method.addStatement(
                            "return page.$N()$L", context.names().member(field.owner(), field.member()), entries)
                    .build();
        }
        CodeBlock found = paths.variable(items);
        return method.addCode(paths.takeStatements())
                .addStatement("return $L == null ? $T.of() : $L$L", found, List.class, found, entries)
                .build();
    }

    private JmespathCode paths(String root, String... taken) {
        List<String> all = new ArrayList<>(List.of(taken));
        all.addAll(List.of("client", "request"));
        return new JmespathCode(context.model(), context.names(), context.types(), root, all);
    }
}
