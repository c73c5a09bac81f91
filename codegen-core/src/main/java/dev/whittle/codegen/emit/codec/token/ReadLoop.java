package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.CodeBlock;

/** The loop over the properties of a JSON object. */
final class ReadLoop {
    private final CodeBlock.Builder cases = CodeBlock.builder();
    private boolean empty = true;

    /** What to do at a property, with the reader on its value. */
    void property(String name, CodeBlock read) {
        cases.add("case $S -> $L;\n", name, read);
        empty = false;
    }

    // for (String name = in.first(); name != null; name = in.next()) {
    //     switch (name) {
    //         case "width" -> builder.width(in.integer());
    //         default -> in.skip();
    //     }
    // }
    CodeBlock build() {
        CodeBlock.Builder loop = CodeBlock.builder()
                .beginControlFlow("for ($T name = in.first(); name != null; name = in.next())", String.class);
        if (empty) {
            return loop.addStatement("in.skip()").endControlFlow().build();
        }
        return loop.beginControlFlow("switch (name)")
                .add(cases.build())
                .add("default -> in.skip();\n")
                .endControlFlow()
                .endControlFlow()
                .build();
    }
}
