package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.CodeBlock;

/** The loop over the properties of an object, or over the elements in one of XML, with what stands around it. */
public final class ReadLoop {
    private final CodeBlock.Builder before = CodeBlock.builder();
    private final CodeBlock.Builder cases = CodeBlock.builder();
    private final CodeBlock.Builder after = CodeBlock.builder();
    private boolean empty = true;

    ReadLoop() {}

    /** What comes before the loop. */
    public CodeBlock.Builder before() {
        return before;
    }

    /** What comes after the loop. */
    public CodeBlock.Builder after() {
        return after;
    }

    /** What to do at a property, with the reader on its value. */
    public void property(String name, CodeBlock read) {
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
                .add(before.build())
                .beginControlFlow("for ($T name = in.first(); name != null; name = in.next())", String.class);
        if (empty) {
            loop.addStatement("in.skip()");
        } else {
            loop.beginControlFlow("switch (name)")
                    .add(cases.build())
                    .add("default -> in.skip();\n")
                    .endControlFlow();
        }
        return loop.endControlFlow().add(after.build()).build();
    }
}
