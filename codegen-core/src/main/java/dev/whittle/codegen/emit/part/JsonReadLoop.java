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

    // for (String name = JsonReads.first(in); name != null; name = JsonReads.next(in)) {
    //     switch (name) {
    //         case "width" -> builder.width(JsonReads.integer(in));
    //         default -> in.skipChildren();
    //     }
    // }
    public CodeBlock build() {
        CodeBlock.Builder loop = CodeBlock.builder()
                .beginControlFlow(
                        "for ($T name = $T.first(in); name != null; name = $T.next(in))",
                        String.class,
                        RuntimeTypes.JSON_READS,
                        RuntimeTypes.JSON_READS);
        if (empty) {
            return loop.addStatement("in.skipChildren()").endControlFlow().build();
        }
        return loop.beginControlFlow("switch (name)")
                .add(cases.build())
                .add("default -> in.skipChildren();\n")
                .endControlFlow()
                .endControlFlow()
                .build();
    }
}
