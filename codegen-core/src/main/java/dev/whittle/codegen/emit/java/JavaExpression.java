package dev.whittle.codegen.emit.java;

import com.palantir.javapoet.CodeBlock;

/**
 * An expression that may become part of another one.
 *
 * @param code the expression
 * @param binding how strongly it holds together
 */
public record JavaExpression(CodeBlock code, Binding binding) {
    /** What an expression is made with, from what binds least on. */
    public enum Binding {
        CHOICE,
        OR,
        AND,
        COMPARISON,
        UNARY,
        ATOM
    }

    /** A name, a call, or a literal. */
    public static JavaExpression atom(String format, Object... args) {
        return new JavaExpression(CodeBlock.of(format, args), Binding.ATOM);
    }

    /** {@code left == right} */
    public static JavaExpression comparison(JavaExpression left, String operator, JavaExpression right) {
        CodeBlock code = CodeBlock.of("$L $L $L", left.within(Binding.UNARY), operator, right.within(Binding.UNARY));
        return new JavaExpression(code, Binding.COMPARISON);
    }

    /** {@code code == null} */
    public static JavaExpression isNull(CodeBlock code) {
        return new JavaExpression(CodeBlock.of("$L == null", code), Binding.COMPARISON);
    }

    /** {@code code != null} */
    public static JavaExpression isThere(CodeBlock code) {
        return new JavaExpression(CodeBlock.of("$L != null", code), Binding.COMPARISON);
    }

    /** {@code !this} */
    public JavaExpression negated() {
        return new JavaExpression(CodeBlock.of("!$L", within(Binding.UNARY)), Binding.UNARY);
    }

    /** {@code (long) this} */
    public JavaExpression as(Class<?> primitive) {
        return new JavaExpression(CodeBlock.of("($T) $L", primitive, within(Binding.UNARY)), Binding.UNARY);
    }

    /** {@code this && other} */
    public JavaExpression and(JavaExpression other) {
        return new JavaExpression(
                CodeBlock.of("$L && $L", operandOf(Binding.AND), other.operandOf(Binding.AND)), Binding.AND);
    }

    /** {@code this || other} */
    public JavaExpression or(JavaExpression other) {
        return new JavaExpression(
                CodeBlock.of("$L || $L", operandOf(Binding.OR), other.operandOf(Binding.OR)), Binding.OR);
    }

    /** {@code this ? one : other} */
    public JavaExpression choose(CodeBlock one, CodeBlock other) {
        return new JavaExpression(CodeBlock.of("$L ? $L : $L", within(Binding.OR), one, other), Binding.CHOICE);
    }

    /** Readers are not asked which of both operators binds more. */
    private CodeBlock operandOf(Binding operator) {
        return binding == operator ? code : within(Binding.COMPARISON);
    }

    /** In parentheses where it binds less. */
    private CodeBlock within(Binding least) {
        return binding.compareTo(least) < 0 ? CodeBlock.of("($L)", code) : code;
    }
}
