package dev.whittle.codegen.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeTypesTest {
    @Test
    void everyNamedClassExistsAndIsPublic() throws ReflectiveOperationException {
        for (ClassName name : RuntimeTypes.all()) {
            Class<?> type = Class.forName(name.reflectionName());
            assertThat(type).isPublic();
        }
    }

    @Test
    void allAreListed() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : RuntimeTypes.class.getFields()) {
            constants.add(field.get(null));
        }
        assertThat(constants).isNotEmpty().hasSameElementsAs(RuntimeTypes.all());
    }
}
