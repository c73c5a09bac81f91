package dev.whittle.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.whittle.codegen.ClientGenerator;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.whittle.maven");

    @Test
    void generatorIsUsedThroughItsExportedPackages() throws Exception {
        Set<String> exported = exportedByGenerator();

        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in a package that the generator does not export",
                        (JavaClass type) -> type.getPackageName().startsWith("dev.whittle.codegen")
                                && !exported.contains(type.getPackageName())))
                .check(CLASSES);
    }

    private static Set<String> exportedByGenerator() throws Exception {
        Path generator = Path.of(ClientGenerator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ModuleFinder.of(generator).find("dev.whittle.codegen").orElseThrow().descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }
}
