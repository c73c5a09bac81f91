package dev.whittle.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the packages in their order, and what is theirs alone with them. */
class ArchitectureTest {
    private static final String ROOT = "dev.whittle.codegen";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Words that only a service or its vendor has; a generator that knows one treats it differently from the others. */
    private static final Pattern SERVICE_NAME = Pattern.compile(
            "bedrock|agentcore|amazon|dynamo|lambda|cognito|kinesis|glacier|route ?53|api-?gateway|\\b(s3|ec2|sqs|sns|iam|rds)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words that only the format {@code service-2.json} has. */
    private static final Pattern C2J_WORD = Pattern.compile(
            "locationName|requestUri|responseCode|httpStatusCode|signatureVersion|globalEndpoint|serviceFullName"
                    + "|input_token|output_token|jsonvalue|rest-json|rest-xml|c2j|service-2|/metadata|/operations"
                    + "|\\\\\"(location|required|exception|payload|hostLabel)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PROTOCOL_NAME = Pattern.compile(
            "(aws|rest|ec2)-?(json|xml|query)|rpc-?v2|x-amz-json|aws\\.protocols", Pattern.CASE_INSENSITIVE);

    @Test
    void packagesStandInTheirOrder() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("problem")
                .definedBy(ROOT + ".problem")
                .layer("json")
                .definedBy(ROOT + ".json")
                .layer("parsed")
                .definedBy(ROOT + ".parsed")
                .layer("c2j")
                .definedBy(ROOT + ".c2j")
                .layer("smithy")
                .definedBy(ROOT + ".smithy")
                .layer("model")
                .definedBy(ROOT + ".model..")
                .layer("jmespath")
                .definedBy(ROOT + ".jmespath")
                .layer("lock")
                .definedBy(ROOT + ".lock")
                .layer("link")
                .definedBy(ROOT + ".link..")
                .layer("protocol")
                .definedBy(ROOT + ".protocol..")
                .layer("names")
                .definedBy(ROOT + ".names")
                .layer("api")
                .definedBy(ROOT + ".api")
                .layer("emit")
                .definedBy(ROOT + ".emit..")
                .layer("diff")
                .definedBy(ROOT + ".diff")
                .layer("report")
                .definedBy(ROOT + ".report")
                .layer("render")
                .definedBy(ROOT + ".render")
                .layer("write")
                .definedBy(ROOT + ".write")
                .layer("root")
                .definedBy(ROOT)
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("write")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("render")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("diff")
                .mayOnlyBeAccessedByLayers("report", "root")
                .whereLayer("emit")
                .mayOnlyBeAccessedByLayers("diff", "root")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("emit", "diff", "root")
                .whereLayer("names")
                .mayOnlyBeAccessedByLayers("api", "emit", "diff", "root")
                .whereLayer("protocol")
                .mayOnlyBeAccessedByLayers("emit", "diff", "root")
                .whereLayer("link")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers(
                        "jmespath", "lock", "link", "protocol", "names", "api", "emit", "diff", "root")
                .whereLayer("jmespath")
                .mayOnlyBeAccessedByLayers("link")
                .whereLayer("lock")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("c2j")
                .mayOnlyBeAccessedByLayers("lock", "root")
                .whereLayer("smithy")
                .mayOnlyBeAccessedByLayers("lock", "root")
                .whereLayer("parsed")
                .mayOnlyBeAccessedByLayers("c2j", "smithy", "jmespath", "link", "root")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("c2j", "smithy", "lock", "link", "report", "root")
                .check(CLASSES);
    }

    @Test
    void packagesOfEmittersHaveNoCycles() {
        slices().matching(ROOT + ".emit.(**)").should().beFreeOfCycles().check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".emit.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".emit")
                .because("the packages below stand on their own")
                .check(CLASSES);
    }

    @Test
    void emittersKnowNoProtocol() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".emit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".protocol", ROOT + ".protocol.http")
                .because("what they emit depends on the data in protocol.wire")
                .check(CLASSES);
        slices().matching(ROOT + ".protocol.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void javaPoetIsKnownWhereCodeIsMade() {
        outside("names", "api", "emit..", "diff", "render", "")
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .check(CLASSES);
    }

    @Test
    void jacksonIsKnownWhereJsonIsRead() {
        outside("json")
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void jmespathIsKnownWhereItIsCompiled() {
        outside("jmespath")
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.smithy.jmespath..")
                .check(CLASSES);
    }

    @Test
    void smithyAndMarkdownAreKnownWhereModelsOfSmithyAreRead() {
        outside("jmespath", "smithy")
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.smithy..", "org.commonmark..")
                .check(CLASSES);
    }

    @Test
    void filesAreTouchedAtTheEndsOnly() {
        outside("json", "write", "")
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .check(CLASSES);
        ArchRule noOldFiles = noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.File");
        noOldFiles.check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
        fields().that()
                .areStatic()
                .and(DescribedPredicate.describe(
                        "are not made by the compiler",
                        field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .notHaveRawType(DescribedPredicate.describe("that can be changed", ArchitectureTest::isMutable))
                .check(CLASSES);
    }

    @Test
    void noServiceIsKnownByName() throws IOException {
        assertThat(literals(SERVICE_NAME))
                .containsExactlyInAnyOrder(
                        "dev/whittle/codegen/c2j/ProtocolReader.java: \"ec2\"",
                        // What full names of services begin with, before the part that is an id.
                        "dev/whittle/codegen/c2j/ServiceIds.java: \"^(Amazon|AWS)( +|$)\"",
                        "dev/whittle/codegen/protocol/RpcV2Cbor.java: \"application/vnd.amazon.eventstream\"");
    }

    @Test
    void wordsOfAFormatAreKnownWhereItIsRead() throws IOException {
        assertThat(literals(C2J_WORD))
                .filteredOn(found -> !found.startsWith("dev/whittle/codegen/c2j/"))
                .containsExactly("dev/whittle/codegen/json/ModelSource.java: \"service-2.json\"");
    }

    /** Identifiers count as well as literals, but for the trait that says which codes errors had before. */
    @Test
    void protocolsAreNamedWhereTheyAre() throws IOException {
        List<String> found = new ArrayList<>();
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String name = sources.relativize(file).toString();
                String code = withoutComments(Files.readString(file)).replaceAll("(?i)awsQueryCompatible", "");
                if (PROTOCOL_NAME.matcher(code).find()) {
                    found.add(name.substring(0, name.lastIndexOf('/')));
                }
            }
        }
        assertThat(found)
                .isNotEmpty()
                .allMatch(folder -> folder.equals("dev/whittle/codegen/protocol")
                        || folder.endsWith("/c2j")
                        || folder.endsWith("/smithy"));
    }

    /** The literals in which a pattern is found, each behind the name of its file. */
    private static List<String> literals(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher literal =
                        Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"").matcher(withoutComments(Files.readString(file)));
                while (literal.find()) {
                    if (pattern.matcher(literal.group()).find()) {
                        found.add(sources.relativize(file) + ": " + literal.group());
                    }
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3", "the EC2 API", "bedrock-agentcore", "AmazonFoo", "apigateway"})
    void servicesAreRecognised(String text) {
        assertThat(SERVICE_NAME.matcher(text).find()).isTrue();
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static ClassesShould outside(String... packages) {
        String[] names = Stream.of(packages)
                .map(name -> name.isEmpty() ? ROOT : ROOT + "." + name)
                .toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(names).should();
    }

    private static boolean isMutable(JavaClass type) {
        return type.isArray()
                || type.isEquivalentTo(StringBuilder.class)
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo(AbstractCollection.class)
                || type.isAssignableTo(AbstractMap.class);
    }
}
