package dev.whittle.maven.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.maven.request.ModelOrigin.InArtifact;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitTranslatorTest {
    private String artifact;
    private String entry;
    private File file;
    private String service;
    private String groupId = "com.example";
    private String artifactId;
    private String packageName;
    private final List<String> operations = new ArrayList<>();

    @Test
    void aModelArtifactIsEnough() {
        artifact = "com.example:shop-model:1.0";

        InitRequest request = translate();

        assertThat(request.origin())
                .isEqualTo(
                        new InArtifact(new ArtifactCoordinates("com.example", "shop-model", "jar", "", "1.0"), null));
        assertThat(request.packageName()).isEqualTo("com.example");
        assertThat(request.artifactId()).isNull();
        assertThat(request.directory()).isNull();
        assertThat(request.operations()).isEmpty();
    }

    @Test
    void whatIsSetIsTaken() {
        file = new File("shop.json");
        artifactId = " shop ";
        packageName = "org.acme.shop";
        service = " com.example#Shop ";
        operations.add("Get*");

        InitRequest request = translate();

        assertThat(request.origin())
                .isEqualTo(new SingleFile(new File("shop.json").toPath().toAbsolutePath()));
        assertThat(request.artifactId()).isEqualTo("shop");
        assertThat(request.packageName()).isEqualTo("org.acme.shop");
        assertThat(request.service()).isEqualTo("com.example#Shop");
        assertThat(request.operations()).containsExactly("Get*");
    }

    @Test
    void aModelIsNeeded() {
        fails("no model is named: set -DmodelArtifact=groupId:artifactId:version, or -DmodelFile=path");
    }

    @Test
    void oneModelIsEnough() {
        artifact = "com.example:shop-model:1.0";
        file = new File("shop.json");
        fails("modelArtifact and modelFile are set together: set one of them");
    }

    @Test
    void anArtifactNeedsAVersionWhereThereIsNoProject() {
        artifact = "com.example:shop-model";
        fails("modelArtifact: 'com.example:shop-model' has no version, and there is no project to take one from: add it"
                + " behind a colon");
    }

    @Test
    void anArtifactThatIsNoneIsRefused() {
        artifact = "shop-model";
        fails("modelArtifact: the artifact 'shop-model' is not of the form"
                + " groupId:artifactId[:extension[:classifier]][:version]: it has 1 part");
    }

    @Test
    void anEntryBelongsToAnArtifact() {
        file = new File("shop.json");
        entry = "models/shop";
        fails("modelEntry is set without modelArtifact, the artifact that it is an entry of");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        file = new File("shop.json");
        groupId = "my shop";
        artifactId = "<shop>";
        packageName = "org.acme.new";
        operations.add("Get Cart");
        fails("""
                4 problems with the configuration:
                  - groupId 'my shop' holds something else than letters, digits, '.', '-' and '_'
                  - artifactId '<shop>' holds something else than letters, digits, '.', '-' and '_'
                  - package 'org.acme.new' is not a name that Java allows
                  - operations: 'Get Cart' is neither the name of an operation nor a pattern with * and ?""");
    }

    @Test
    void aGroupIsNotAlwaysAPackage() {
        file = new File("shop.json");
        groupId = "my-shop";
        fails("groupId 'my-shop' is not a name that Java allows for a package: set -Dpackage");
    }

    private void fails(String message) {
        assertThatThrownBy(this::translate)
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(message);
    }

    private InitRequest translate() {
        return InitTranslator.translate(
                new InitParameters(artifact, entry, file, service, groupId, artifactId, packageName, operations, null));
    }
}
