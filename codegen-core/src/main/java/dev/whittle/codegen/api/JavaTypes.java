package dev.whittle.codegen.api;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.names.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The Java type of each shape. */
public final class JavaTypes {
    public static final ClassName LIST = ClassName.get(List.class);
    public static final ClassName MAP = ClassName.get(Map.class);
    private static final ClassName COLLECTION = ClassName.get(Collection.class);
    public static final ClassName STRING = ClassName.get(String.class);
    private static final ClassName BOXED_BOOLEAN = ClassName.get(Boolean.class);
    private static final ClassName BOXED_BYTE = ClassName.get(Byte.class);
    private static final ClassName BOXED_SHORT = ClassName.get(Short.class);
    private static final ClassName BOXED_INTEGER = ClassName.get(Integer.class);
    private static final ClassName BOXED_LONG = ClassName.get(Long.class);
    private static final ClassName BOXED_FLOAT = ClassName.get(Float.class);
    private static final ClassName BOXED_DOUBLE = ClassName.get(Double.class);
    private static final ClassName BIG_INTEGER = ClassName.get(BigInteger.class);
    private static final ClassName BIG_DECIMAL = ClassName.get(BigDecimal.class);
    private static final ClassName INSTANT = ClassName.get(Instant.class);
    private static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(RuntimeTypes.NULLABLE).build();

    private final ServiceModel model;
    private final Names names;

    public JavaTypes(ServiceModel model, Names names) {
        this.model = model;
        this.names = names;
    }

    /** The type of a value that may be absent: a class, never a primitive. */
    public TypeName boxed(ShapeId id) {
        Shape shape = model.shape(id);
        if (shape instanceof SimpleShape simple) {
            return simple(simple);
        }
        if (shape instanceof ListShape list) {
            return ParameterizedTypeName.get(LIST, element(list));
        }
        if (shape instanceof MapShape map) {
            return ParameterizedTypeName.get(MAP, boxed(map.key().target()), element(map));
        }
        return names.type(id);
    }

    /** The type of a member's value: that of its shape, unless it is a stream. */
    public TypeName boxed(Member member, Role owner) {
        boolean isInput = owner == Role.INPUT;
        return switch (member.streaming()) {
            case NONE -> boxed(member.target());
            case BYTES, BYTES_OF_KNOWN_LENGTH -> isInput ? RuntimeTypes.REQUEST_BODY : RuntimeTypes.RESPONSE_STREAM;
            case EVENTS ->
                ParameterizedTypeName.get(
                        isInput ? RuntimeTypes.EVENT_SOURCE : RuntimeTypes.EVENT_STREAM, boxed(member.target()));
        };
    }

    /** The type of a value that is always there: a primitive where Java has one. */
    public TypeName plain(ShapeId id) {
        TypeName boxed = boxed(id);
        return boxed.isBoxedPrimitive() ? boxed.unbox() : boxed;
    }

    /** What a setter takes for a list: any collection of what the list holds. */
    public TypeName collection(ListShape list) {
        TypeName element = element(list);
        boolean hasSubtypes = model.shape(list.member().target()) instanceof UnionShape;
        return ParameterizedTypeName.get(COLLECTION, hasSubtypes ? WildcardTypeName.subtypeOf(element) : element);
    }

    /** What a variable-arity setter takes for a list. */
    public ArrayTypeName array(ListShape list) {
        return ArrayTypeName.of(element(list));
    }

    /** The type of a list's elements. */
    public TypeName element(ListShape list) {
        TypeName element = boxed(list.member().target());
        return list.sparse() ? nullable(element) : element;
    }

    /** The type of a map's values. */
    public TypeName element(MapShape map) {
        TypeName value = boxed(map.value().target());
        return map.sparse() ? nullable(value) : value;
    }

    /** The same type, where null is a value. */
    public static TypeName nullable(TypeName type) {
        return type.annotated(NULLABLE);
    }

    private static TypeName simple(SimpleShape shape) {
        return switch (shape.type()) {
            case STRING -> STRING;
            case BOOLEAN -> BOXED_BOOLEAN;
            case BYTE -> BOXED_BYTE;
            case SHORT -> BOXED_SHORT;
            case INTEGER -> BOXED_INTEGER;
            case LONG -> BOXED_LONG;
            case FLOAT -> BOXED_FLOAT;
            case DOUBLE -> BOXED_DOUBLE;
            case BIG_INTEGER -> BIG_INTEGER;
            case BIG_DECIMAL -> BIG_DECIMAL;
            case BLOB -> RuntimeTypes.BLOB;
            case TIMESTAMP -> INSTANT;
            case DOCUMENT -> RuntimeTypes.DOCUMENT;
        };
    }
}
