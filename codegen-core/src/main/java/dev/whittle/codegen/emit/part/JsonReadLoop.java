package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.CodeBlock;

/** The loop over the properties of a JSON object. */
public final class JsonReadLoop {
    private final CodeBlock.Builder cases = CodeBlock.builder();
    private boolean empty = true;

    /** What to do at a property, with the parser on its value. */
    public void property(String name, CodeBlock read) {
        cases.add("case $S -> $L;\n", name, read);
        empty = false;
    }

    // for (String name = JsonReads.start(in); name != null; name = in.nextName()) {
    //     if (in.nextToken() == JsonToken.VALUE_NULL) {
    //         continue;
    //     }
    //     switch (name) {
    //         case "width" -> builder.width(JsonReads.integer(in));
    //         default -> in.skipChildren();
    //     }
    // }
    public CodeBlock build() {
        CodeBlock.Builder loop = CodeBlock.builder()
                .beginControlFlow(
                        "for ($T name = $T.start(in); name != null; name = in.nextName())",
                        String.class,
                        RuntimeTypes.JSON_READS);
        if (empty) {
            return loop.addStatement("in.nextToken()")
                    .addStatement("in.skipChildren()")
                    .endControlFlow()
                    .build();
        }
        return loop.beginControlFlow("if (in.nextToken() == $T.VALUE_NULL)", RuntimeTypes.JSON_TOKEN)
                .addStatement("continue")
                .endControlFlow()
                .beginControlFlow("switch (name)")
                .add(cases.build())
                .add("default -> in.skipChildren();\n")
                .endControlFlow()
                .endControlFlow()
                .build();
    }
}
