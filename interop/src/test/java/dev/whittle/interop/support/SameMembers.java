package dev.whittle.interop.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.shape.Blob;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Compares a structure of a client that Whittle generated with the AWS SDK's, member by member. */
public final class SameMembers {
    private SameMembers() {}

    /** Fails unless both have the same members with the same values. The AWS SDK may be newer and have members more. */
    public static void assertSame(Object ours, SdkPojo theirs) {
        assertSame(ours, theirs, ours.getClass().getSimpleName());
    }

    private static void assertSame(Object ours, SdkPojo theirs, String place) {
        Map<String, Method> accessors = Members.accessors(ours.getClass());
        TreeSet<String> names = new TreeSet<>();
        for (SdkField<?> field : theirs.sdkFields()) {
            names.add(Members.name(field));
        }
        assertThat(names).as("members of " + place).containsAll(accessors.keySet());
        for (SdkField<?> field : theirs.sdkFields()) {
            String member = place + "." + field.locationName();
            Object their = Members.value(field, theirs);
            Method accessor = accessors.get(Members.name(field));
            if (accessor == null) {
                assertThat(their).as(member).isNull();
                continue;
            }
            try {
                Object our = accessor.invoke(ours);
                if (our instanceof List || our instanceof Map) {
                    assertThat(Members.isPresent(ours, accessor))
                            .as("presence of " + member)
                            .isEqualTo(their != null);
                }
                if (their == null && our instanceof List<?> list) {
                    assertThat(list).as(member).isEmpty();
                } else if (their == null && our instanceof Map<?, ?> map) {
                    assertThat(map).as(member).isEmpty();
                } else {
                    assertSameValue(our, their, member);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(member, e);
            }
        }
    }

    private static void assertSameValue(@Nullable Object our, @Nullable Object their, String place) {
        if (our != null && their instanceof SdkPojo pojo) {
            assertSame(our, pojo, place);
        } else if (our instanceof List<?> ourList && their instanceof List<?> theirList) {
            assertThat(ourList).as(place).hasSameSizeAs(theirList);
            for (int i = 0; i < ourList.size(); i++) {
                assertSameValue(ourList.get(i), theirList.get(i), place + "[" + i + "]");
            }
        } else if (our instanceof Map<?, ?> ourMap && their instanceof Map<?, ?> theirMap) {
            Map<Object, Object> byText = new LinkedHashMap<>();
            ourMap.forEach((key, value) -> byText.put(text(key), value));
            assertThat(byText.keySet()).as("keys of " + place).isEqualTo(theirMap.keySet());
            theirMap.forEach((key, value) -> assertSameValue(byText.get(key), value, place + "{" + key + "}"));
        } else if (our instanceof Blob blob && their instanceof SdkBytes bytes) {
            assertThat(blob.toByteArray()).as(place).isEqualTo(bytes.asByteArray());
        } else {
            assertThat(their instanceof String ? text(our) : our).as(place).isEqualTo(their);
        }
    }

    /** A text, or the text of one of Whittle's enums. */
    private static @Nullable Object text(@Nullable Object ours) {
        if (ours == null || ours instanceof String) {
            return ours;
        }
        try {
            return ours.getClass().getMethod("value").invoke(ours);
        } catch (ReflectiveOperationException e) {
            return ours;
        }
    }
}
