package dev.whittle.runtime;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Keeps the packages of the runtime in their order. */
class RuntimeArchitectureTest {
    private static final String ROOT = "dev.whittle.runtime";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each package, and those that it may use, all of which are above it. */
    private static final String[][] ALLOWED = {
        {"internal"},
        {"error"},
        {"shape", "error"},
        {"document", "shape"},
        {"codec", "document", "error", "internal", "shape"},
        {"http", "internal"},
        {"checksum", "error", "http"},
        {"config", "error"},
        {"retry", "config", "error", "internal"},
        {"metadata", "config", "error", "http", "internal"},
        {"region", "config", "error", "internal", "metadata"},
        {"endpoint", "config", "error", "internal", "region"},
        {"auth", "checksum", "codec", "config", "endpoint", "error", "http", "internal", "metadata", "region"},
        {"stream", "auth", "codec", "document", "error", "http", "internal", "shape"},
        {
            "client",
            "auth",
            "checksum",
            "codec",
            "config",
            "endpoint",
            "error",
            "http",
            "internal",
            "region",
            "retry",
            "shape",
            "stream"
        },
        {"paginate", "client", "error"},
        {"wait", "client", "error"},
    };

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesStandInTheirOrder() {
        LayeredArchitecture architecture = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .ensureAllClassesAreContainedInArchitectureIgnoring(ROOT);
        for (String[] allowed : ALLOWED) {
            architecture = architecture.layer(allowed[0]).definedBy(ROOT + "." + allowed[0]);
        }
        for (String[] allowed : ALLOWED) {
            String[] used = Arrays.copyOfRange(allowed, 1, allowed.length);
            architecture = used.length == 0
                    ? architecture.whereLayer(allowed[0]).mayNotAccessAnyLayer()
                    : architecture.whereLayer(allowed[0]).mayOnlyAccessLayers(used);
        }
        architecture.check(CLASSES);
    }
}
