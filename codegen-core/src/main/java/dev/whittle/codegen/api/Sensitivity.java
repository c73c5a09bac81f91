package dev.whittle.codegen.api;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;

/** Whether a value must not be shown: because of the member, its shape, or what its collection holds. */
public final class Sensitivity {
    private Sensitivity() {}

    public static boolean isSensitive(Member member, ServiceModel model) {
        // A list may hold itself; no model needs more levels than this to say what it holds.
        return isSensitive(member, model, 16);
    }

    private static boolean isSensitive(Member member, ServiceModel model, int levels) {
        Shape target = model.shape(member.target());
        if (member.sensitive() || target.sensitive()) {
            return true;
        }
        if (levels == 0) {
            return false;
        }
        if (target instanceof ListShape list) {
            return isSensitive(list.member(), model, levels - 1);
        }
        return target instanceof MapShape map
                && (isSensitive(map.key(), model, levels - 1) || isSensitive(map.value(), model, levels - 1));
    }
}
