package dev.whittle.codegen.render;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Writes JavaPoet's types as JavaPoet would, to the letter, in one pass and without regular expressions; half the time
 * and most of the memory of a generation went there.
 */
final class TypeWriter extends CodeWriter {
    private static final Pattern PLAIN_RETURN = Pattern.compile("return (new )?[\\w.]+(\\(\\))?;");
    private static final List<Modifier> MODIFIERS = List.of(Modifier.values());
    private static final List<String> MODIFIER_TEXTS = texts(MODIFIERS);

    private TypeWriter(TypeNames names) {
        super(names);
    }

    /**
     * Writes a type's file.
     *
     * @param head what stands before the type; the imports are added to it
     * @return the type itself
     */
    static SourceText write(String packageName, TypeSpec type, StringBuilder head) {
        TypeNames names = TypeNames.of(packageName, type);
        TypeWriter writer = write(type, names);
        if (!names.isFinal()) {
            names = names.settled();
            writer = write(type, names);
        }
        Set<String> imports = names.imports().keySet();
        for (String imported : imports) {
            head.append("import ").append(imported).append(";\n");
        }
        if (!imports.isEmpty()) {
            head.append('\n');
        }
        return writer.out;
    }

    private static TypeWriter write(TypeSpec type, TypeNames names) {
        TypeWriter writer = new TypeWriter(names);
        writer.type(type, Set.of());
        return writer;
    }

    private void type(TypeSpec type, Set<Modifier> implied) {
        names.enter(type, true);
        header(type, implied);
        names.leave();
        if (isEmpty(type)) {
            out.append(" {}\n");
            return;
        }
        out.append(" {\n");
        names.enter(type, false);
        out.indent(1);
        body(type);
        out.indent(-1);
        names.leave();
        out.append("}\n");
    }

    private static boolean isEmpty(TypeSpec type) {
        MethodSpec recordConstructor = PoetParts.recordConstructor(type);
        return type.fieldSpecs().isEmpty()
                && type.methodSpecs().isEmpty()
                && type.typeSpecs().isEmpty()
                && type.enumConstants().isEmpty()
                && type.staticBlock().isEmpty()
                && type.initializerBlock().isEmpty()
                && (recordConstructor == null || recordConstructor.code().isEmpty());
    }

    // public sealed interface Proxy permits Proxy.ExternalProxyMember, Proxy.Unknown
    private void header(TypeSpec type, Set<Modifier> implied) {
        javadoc(type.javadoc());
        annotations(type.annotations(), false);
        boolean isStatic = type.kind() == TypeSpec.Kind.INTERFACE || type.kind() == TypeSpec.Kind.ENUM;
        modifiers(type.modifiers(), implied, isStatic);
        out.append(type.kind().name().toLowerCase(Locale.ROOT));
        out.append(" ");
        out.append(String.valueOf(type.name()));
        variables(type.typeVariables());
        if (type.kind() == TypeSpec.Kind.RECORD) {
            MethodSpec constructor = PoetParts.recordConstructor(type);
            parameters(constructor == null ? List.of() : constructor.parameters(), false);
        }
        if (type.kind() == TypeSpec.Kind.INTERFACE) {
            types(" extends ", type.superinterfaces(), ", ");
        } else {
            if (!type.superclass().equals(ClassName.OBJECT)) {
                types(" extends ", List.of(type.superclass()), ", ");
            }
            types(" implements ", type.superinterfaces(), ", ");
        }
        types(" permits ", PoetParts.permitted(type), ", ");
    }

    private void body(TypeSpec type) {
        Gap gap = new Gap();
        boolean isInterface = type.kind() == TypeSpec.Kind.INTERFACE;
        constants(type, gap);
        fields(type, isInterface, true, gap);
        block(type.staticBlock(), gap);
        fields(type, isInterface, false, gap);
        block(type.initializerBlock(), gap);
        MethodSpec recordConstructor = PoetParts.recordConstructor(type);
        if (recordConstructor != null && !recordConstructor.code().isEmpty()) {
            gap.next();
            method(recordConstructor, String.valueOf(type.name()), Set.of());
        }
        methods(type, isInterface, true, gap);
        methods(type, isInterface, false, gap);
        for (TypeSpec nested : type.typeSpecs()) {
            gap.next();
            type(nested, isInterface ? Set.of(Modifier.PUBLIC, Modifier.STATIC) : Set.of());
        }
    }

    /** The empty line between members, which plain fields do not have among themselves. */
    private final class Gap {
        private boolean wanted;
        private boolean behindPlainField;

        void next() {
            next(false);
        }

        void next(boolean plainField) {
            if (wanted && !(plainField && behindPlainField)) {
                out.append("\n");
            }
            wanted = true;
            behindPlainField = plainField;
        }
    }

    // READY,
    private void constants(TypeSpec type, Gap gap) {
        boolean alone = type.fieldSpecs().isEmpty()
                && type.methodSpecs().isEmpty()
                && type.typeSpecs().isEmpty();
        Iterator<Map.Entry<String, TypeSpec>> constants =
                type.enumConstants().entrySet().iterator();
        while (constants.hasNext()) {
            Map.Entry<String, TypeSpec> constant = constants.next();
            gap.next();
            javadoc(constant.getValue().javadoc());
            annotations(constant.getValue().annotations(), false);
            out.append(constant.getKey());
            CodeBlock arguments = constant.getValue().anonymousTypeArguments();
            if (arguments != null && !arguments.isEmpty()) {
                out.append("(");
                code(arguments);
                out.append(")");
            }
            if (constants.hasNext()) {
                out.append(",\n");
            } else if (alone) {
                out.append("\n");
            }
        }
        if (type.kind() == TypeSpec.Kind.ENUM && !alone) {
            out.append(";\n");
        }
    }

    private void fields(TypeSpec type, boolean isInterface, boolean statics, Gap gap) {
        for (FieldSpec field : type.fieldSpecs()) {
            if (field.modifiers().contains(Modifier.STATIC) == statics) {
                gap.next(field.javadoc().isEmpty() && field.annotations().isEmpty());
                field(field, isInterface ? Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL) : Set.of());
            }
        }
    }

    // private final int width;
    private void field(FieldSpec field, Set<Modifier> implied) {
        javadoc(field.javadoc());
        annotations(field.annotations(), false);
        modifiers(field.modifiers(), implied, false);
        type(field.type());
        out.append(" ");
        out.append(field.name());
        if (!field.initializer().isEmpty()) {
            out.append(" = ");
            code(field.initializer());
        }
        out.append(";\n");
    }

    private void block(CodeBlock block, Gap gap) {
        if (!block.isEmpty()) {
            gap.next();
            code(block);
        }
    }

    private void methods(TypeSpec type, boolean isInterface, boolean constructors, Gap gap) {
        for (MethodSpec method : type.methodSpecs()) {
            if (method.isConstructor() == constructors) {
                gap.next();
                method(
                        method,
                        String.valueOf(type.name()),
                        isInterface ? Set.of(Modifier.PUBLIC, Modifier.ABSTRACT) : Set.of());
            }
        }
    }

    // public int width() { return width; }
    private void method(MethodSpec method, String owner, Set<Modifier> implied) {
        javadoc(method.javadoc());
        annotations(method.annotations(), false);
        int start = out.length();
        modifiers(method.modifiers(), implied, false);
        if (!method.typeVariables().isEmpty()) {
            variables(method.typeVariables());
            out.append(" ");
        }
        if (method.isConstructor()) {
            out.append(owner);
        } else {
            type(method.returnType());
            out.append(" ");
            out.append(method.name());
        }
        parameters(method.parameters(), method.varargs());
        thrown(method.exceptions());
        if (method.modifiers().contains(Modifier.ABSTRACT)) {
            out.append(";\n");
            return;
        }
        if (method.code().isEmpty()) {
            out.append(" {}\n");
            return;
        }
        out.append(" {\n");
        int body = out.length();
        out.indent(1);
        code(method.code());
        out.newLineIfNone();
        out.indent(-1);
        String line = out.onlyLine(body);
        if (isPlainReturn(line) && out.isOneLine(start, body, line.length() + "{  }".length())) {
            out.backTo(body - 1);
            out.append(" " + line + " ");
        }
        out.append("}\n");
    }

    /** Whether a statement returns a field or another name, or a new object. */
    private static boolean isPlainReturn(String statement) {
        return PLAIN_RETURN.matcher(statement).matches();
    }

    // throws IOException
    private void thrown(List<TypeName> exceptions) {
        String word = " throws ";
        for (TypeName exception : exceptions) {
            out.append(word);
            type(exception);
            word = ", ";
        }
    }

    // (Proxy proxy, int port)
    private void parameters(List<ParameterSpec> parameters, boolean varargs) {
        out.append("(");
        for (int i = 0; i < parameters.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            ParameterSpec parameter = parameters.get(i);
            annotations(parameter.annotations(), true);
            modifiers(parameter.modifiers(), Set.of(), false);
            if (varargs && i == parameters.size() - 1 && parameter.type() instanceof ArrayTypeName array) {
                array(array, true);
            } else {
                type(parameter.type());
            }
            out.append(" ");
            out.append(parameter.name());
        }
        out.append(")");
    }

    // <T extends Comparable<T>>
    private void variables(List<TypeVariableName> variables) {
        String separator = "<";
        for (TypeVariableName variable : variables) {
            out.append(separator);
            annotations(variable.annotations(), true);
            out.append(variable.name());
            types(" extends ", variable.bounds(), " & ");
            separator = ", ";
        }
        out.append(variables.isEmpty() ? "" : ">");
    }

    private void modifiers(Set<Modifier> modifiers, Set<Modifier> implied, boolean staticImplied) {
        if (modifiers.isEmpty()) {
            return;
        }
        for (int i = 0; i < MODIFIERS.size(); i++) {
            Modifier modifier = MODIFIERS.get(i);
            if (modifiers.contains(modifier)
                    && !implied.contains(modifier)
                    && !(staticImplied && modifier == Modifier.STATIC)) {
                out.append(MODIFIER_TEXTS.get(i));
            }
        }
    }

    /** Each with a space behind it; a modifier itself makes its text anew whenever it is asked. */
    private static List<String> texts(List<Modifier> modifiers) {
        List<String> texts = new ArrayList<>();
        for (Modifier modifier : modifiers) {
            texts.add(modifier + " ");
        }
        return List.copyOf(texts);
    }
}
