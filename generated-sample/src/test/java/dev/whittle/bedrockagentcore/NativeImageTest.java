package dev.whittle.bedrockagentcore;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.whittle.runtime.client.ClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a native image has to be told of, because no analysis of the code can see it, is not there: neither in the
 * generated client nor in the runtime. One thing is: the one method that is looked up by its name; the runtime's jar names
 * it.
 */
class NativeImageTest {
    private static final String METADATA = "META-INF/native-image/dev.whittle/whittle-runtime/";

    /** Finds the executor of virtual threads, which Java 17 does not have. */
    private static final String HAS_A_LOOKUP = "dev.whittle.runtime.internal.VirtualThreads";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.whittle.runtime", "dev.whittle.bedrockagentcore");

    /** Looked up by a name at run time, or made at run time. */
    private static final DescribedPredicate<JavaClass> DYNAMIC = describe("are for what is found at run time", type -> {
        String name = type.getName();
        return name.startsWith("java.lang.reflect.")
                || name.startsWith("java.lang.invoke.")
                || name.startsWith("sun.")
                || Set.of(
                                "java.lang.ClassLoader",
                                "java.lang.Module",
                                "java.util.ServiceLoader",
                                "java.util.ResourceBundle",
                                "java.io.ObjectInputStream",
                                "java.io.ObjectOutputStream")
                        .contains(name);
    });

    /** All else that a class object can do leads to members, resources or other classes by their names. */
    private static final Set<String> HARMLESS =
            Set.of("getName", "getSimpleName", "isInstance", "desiredAssertionStatus");

    private static final DescribedPredicate<JavaCall<?>> BY_NAME = describe("look something up by its name", call -> {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        return owner.equals("java.lang.Class") && !HARMLESS.contains(method)
                || owner.equals("java.lang.Thread") && method.equals("getContextClassLoader")
                || (owner.equals("java.lang.System") || owner.equals("java.lang.Runtime")) && method.startsWith("load");
    });

    /** Give one thread the context class loader of another, or none, and look nothing up in it. */
    private static final String PASS_THE_LOADER_ON =
            "dev\\.whittle\\.runtime\\.(internal\\.(HelperThread|OutOfContext)|http\\.TwoWayExchange)(\\$.*)?";

    @Test
    void clientAndRuntimeAreThere() {
        assertThat(CLASSES.contain(BedrockAgentCoreClient.class)).isTrue();
        assertThat(CLASSES.contain(ClientBuilder.class)).isTrue();
        assertThat(CLASSES.contain(NativeImageTest.class)).isFalse();
        assertThat(CLASSES.size()).isGreaterThan(150);
    }

    @Test
    void noClassUsesReflectionServicesOrSerialization() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HAS_A_LOOKUP)
                .and()
                .haveNameNotMatching(PASS_THE_LOADER_ON)
                .should()
                .dependOnClassesThat(DYNAMIC)
                .check(CLASSES);
        assertThat(CLASSES.contain(HAS_A_LOOKUP)).isTrue();
    }

    @Test
    void noClassLooksUpClassesMembersResourcesOrLibraries() {
        noClasses()
                .that()
                .haveNameNotMatching(PASS_THE_LOADER_ON)
                .should()
                .callCodeUnitWhere(BY_NAME)
                .check(CLASSES);
    }

    @Test
    void noMethodIsNative() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.NATIVE)))
                .isEmpty();
    }

    @Test
    void theRuntimeAsksForTheMethodThatItLooksUp() throws IOException {
        assertThat(metadata("reachability-metadata.json"))
                .contains("\"java.util.concurrent.Executors\"", "\"newVirtualThreadPerTaskExecutor\"");
    }

    private static String metadata(String name) throws IOException {
        try (InputStream in = ClientBuilder.class.getClassLoader().getResourceAsStream(METADATA + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
