package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.model.KnownNumber;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the constants of an enum, or of an integer with known values. */
final class ConstantChanges {
    private final Comparison comparison;
    private final Shape old;
    private final Shape now;
    private final ClassName type;

    ConstantChanges(Comparison comparison, Shape old, Shape now) {
        this.comparison = comparison;
        this.old = old;
        this.now = now;
        this.type = comparison.before().names().type(old.id());
    }

    /** The values by their constants. */
    private static Map<String, String> constants(ClientModel client, Shape shape) {
        Map<String, String> constants = new LinkedHashMap<>();
        if (shape instanceof EnumShape enumeration) {
            for (String value : enumeration.values()) {
                constants.put(client.names().constant(shape.id(), value), value);
            }
        } else if (shape instanceof SimpleShape simple) {
            for (KnownNumber number : simple.numbers()) {
                constants.put(client.names().constant(shape.id(), number.name()), String.valueOf(number.value()));
            }
        }
        return constants;
    }

    void find() {
        Map<String, String> before = constants(comparison.before(), old);
        Map<String, String> after = constants(comparison.after(), now);
        Map<String, String> renamed = new LinkedHashMap<>();
        before.forEach((constant, value) -> {
            String same = after.get(constant);
            if (value.equals(same)) {
                return;
            }
            if (same != null) {
                changed(constant, value, same);
                return;
            }
            String other = after.entrySet().stream()
                    .filter(each -> each.getValue().equals(value) && !before.containsKey(each.getKey()))
                    .map(Map.Entry::getKey)
                    .filter(each -> !renamed.containsKey(each))
                    .findFirst()
                    .orElse(null);
            if (other == null) {
                removed(constant, value);
            } else {
                renamed.put(other, constant);
                renamed(constant, other, value);
            }
        });
        after.forEach((constant, value) -> {
            if (!before.containsKey(constant) && !renamed.containsKey(constant)) {
                added(constant, value);
            }
        });
    }

    private Finding report(ChangeCode code, String value, String message) {
        return comparison
                .report(code, type.simpleName() + "." + value, message, old.id(), now.id())
                .at(old.pointer(), now.pointer());
    }

    private List<JavaChange> claim(String constant) {
        return comparison.claims().members(type, constant);
    }

    private void added(String constant, String value) {
        Finding finding = report(
                        ChangeCode.ENUM_VALUE_ADDED, value, type.simpleName() + " gains the value '" + value + "'")
                .elements(claim(constant))
                .witness("\"" + value + "\"", "handle it where a switch has its default");
        if (comparison.isReceived(old.id(), now.id())) {
            finding.touches(type).oldClient(Judgement.risky("the old client receives a value without a constant"));
        }
        if (comparison.isSent(old.id(), now.id())) {
            finding.newClient(Judgement.risky("the old service does not know the value"));
        }
    }

    private void removed(String constant, String value) {
        Finding finding = report(
                        ChangeCode.ENUM_VALUE_REMOVED, value, type.simpleName() + " loses the value '" + value + "'")
                .elements(claim(constant))
                .witness(type.simpleName() + "." + constant, type.simpleName() + ".of(\"" + value + "\")");
        if (comparison.isSent(old.id(), now.id())) {
            finding.oldClient(Judgement.risky("the new service does not know the value"));
        }
        if (comparison.isReceived(old.id(), now.id())) {
            finding.newClient(Judgement.risky("the new client receives a value without a constant"));
        }
    }

    private void renamed(String constant, String other, String value) {
        report(
                        ChangeCode.ENUM_CONSTANT_RENAMED,
                        value,
                        "the constant of the value '" + value + "' changes from " + constant + " to " + other)
                .elements(claim(constant))
                .elements(claim(other))
                .witness(type.simpleName() + "." + constant, type.simpleName() + "." + other);
    }

    private void changed(String constant, String value, String other) {
        String reason = "the constant stands for another value";
        Finding finding = report(
                        ChangeCode.ENUM_CONSTANT_CHANGED,
                        other,
                        "the constant " + type.simpleName() + "." + constant + " changes from '" + value + "' to '"
                                + other + "'")
                .elements(claim(constant))
                .source(Judgement.risky(reason))
                .witness("\"" + value + "\"", "\"" + other + "\"");
        finding.binary(Judgement.risky(reason)).wire(WireVerdict.risky("the other side may not know the value"));
    }
}
