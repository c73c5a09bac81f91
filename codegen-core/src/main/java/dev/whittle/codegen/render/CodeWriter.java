package dev.whittle.codegen.render;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;

/** Writes blocks of code, types and annotations. */
class CodeWriter {
    /** How much further the values of an annotation stand in. */
    private static final int VALUES = 2;

    /** Where text goes: the file, or for a while a comment. */
    SourceText out = SourceText.ofCode();

    private final SourceText comment = SourceText.unbroken();
    final TypeNames names;

    CodeWriter(TypeNames names) {
        this.names = names;
    }

    final void code(CodeBlock code) {
        List<Object> arguments = PoetParts.arguments(code);
        int next = 0;
        for (String part : PoetParts.formatParts(code)) {
            if (part.length() != 2 || part.charAt(0) != '$') {
                out.append(part);
                continue;
            }
            switch (part.charAt(1)) {
                case 'L' -> literal(arguments.get(next++));
                case 'N' -> out.append((String) arguments.get(next++));
                case 'S' -> out.append(StringLiterals.of((String) arguments.get(next++)));
                case 'T' -> type((TypeName) arguments.get(next++));
                case '$' -> out.append("$");
                case '>' -> out.indent(1);
                case '<' -> out.indent(-1);
                case '[' -> out.statement(true);
                case ']' -> out.statement(false);
                case 'W' -> out.append(" ");
                case 'Z' -> {}
                default -> throw new IllegalArgumentException("unknown placeholder " + part);
            }
        }
    }

    private void literal(Object value) {
        if (value instanceof CodeBlock code) {
            code(code);
        } else if (value instanceof AnnotationSpec annotation) {
            annotation(annotation, true);
        } else {
            out.append(String.valueOf(value));
        }
    }

    // /** The visible area of the pages of a browser session. */
    final void javadoc(CodeBlock text) {
        if (!text.isEmpty()) {
            SourceText outer = out;
            out = comment;
            comment.clear();
            code(text);
            out = outer;
            out.comment(comment.toString());
        }
    }

    final void type(TypeName type) {
        if (type instanceof ClassName name) {
            className(name);
        } else if (type instanceof ParameterizedTypeName generic) {
            className(generic.rawType());
            types("<", generic.typeArguments(), ", ");
            out.append(">");
        } else if (type instanceof ArrayTypeName array) {
            array(array, false);
        } else if (type instanceof WildcardTypeName wildcard) {
            wildcard(wildcard);
        } else {
            annotations(type.annotations(), true);
            out.append(type instanceof TypeVariableName variable ? variable.name() : keyword(type));
        }
    }

    /** Types in a row: text before the first, and between them. */
    final void types(String before, List<? extends TypeName> types, String between) {
        String separator = before;
        for (TypeName type : types) {
            out.append(separator);
            type(type);
            separator = between;
        }
    }

    final void array(ArrayTypeName array, boolean varargs) {
        type(array.componentType());
        if (array.isAnnotated()) {
            out.append(" ");
            annotations(array.annotations(), true);
        }
        out.append(varargs ? "..." : "[]");
    }

    private static String keyword(TypeName type) {
        return type.withoutAnnotations().toString();
    }

    // ? extends Proxy
    private void wildcard(WildcardTypeName wildcard) {
        if (!wildcard.lowerBounds().isEmpty()) {
            out.append("? super ");
            type(wildcard.lowerBounds().get(0));
        } else if (wildcard.upperBounds().get(0).equals(ClassName.OBJECT)) {
            out.append("?");
        } else {
            out.append("? extends ");
            type(wildcard.upperBounds().get(0));
        }
    }

    private void className(ClassName type) {
        String name = names.of(type);
        if (!type.isAnnotated()) {
            out.append(name);
            return;
        }
        int simple = name.lastIndexOf('.') + 1;
        if (simple > 0) {
            out.append(name.substring(0, simple));
            out.append(" ");
        }
        annotations(type.annotations(), true);
        out.append(name.substring(simple));
    }

    final void annotations(List<AnnotationSpec> annotations, boolean inline) {
        for (AnnotationSpec annotation : annotations) {
            annotation(annotation, inline);
            out.append(inline ? " " : "\n");
        }
    }

    // @SuppressWarnings("deprecation")
    private void annotation(AnnotationSpec annotation, boolean inline) {
        Map<String, List<CodeBlock>> members = annotation.members();
        String space = inline ? "" : "\n";
        out.append("@");
        type(annotation.type());
        if (members.isEmpty()) {
            return;
        }
        List<CodeBlock> only = members.size() == 1 ? members.get(AnnotationSpec.VALUE) : null;
        if (only != null) {
            out.append("(");
            values(only, inline);
            out.append(")");
            return;
        }
        out.append("(" + space);
        out.indent(VALUES);
        String separator = "";
        for (Map.Entry<String, List<CodeBlock>> member : members.entrySet()) {
            out.append(separator + member.getKey() + " = ");
            values(member.getValue(), inline);
            separator = inline ? ", " : ",\n";
        }
        out.indent(-VALUES);
        out.append(space + ")");
    }

    private void values(List<CodeBlock> values, boolean inline) {
        String space = inline ? "" : "\n";
        boolean several = values.size() != 1;
        out.append(several ? "{" + space : "");
        out.indent(VALUES);
        String separator = "";
        for (CodeBlock value : values) {
            out.append(separator);
            code(value);
            separator = inline ? ", " : ",\n";
        }
        out.indent(-VALUES);
        out.append(several ? space + "}" : "");
    }
}
