package dev.whittle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MavenArtifactLocatorTest {
    private final MavenProject shop = project("com.example", "shop");
    private final List<MavenProject> modules = new ArrayList<>(List.of(shop));
    private final List<Artifact> asked = new ArrayList<>();
    private boolean resolvable = true;

    @BeforeEach
    void prepare() {
        shop.setRemoteArtifactRepositories(List.of());
    }

    @Test
    void resolvesTheVersionThatIsGiven() {
        assertThat(locate("com.example:shop-model:zip:v2:1.0")).isEqualTo(Path.of("/resolved"));

        assertThat(asked).hasToString("[com.example:shop-model:zip:v2:1.0]");
        // Without the type, a module that is not packaged yet is not found.
        assertThat(asked.get(0).getProperty("type", "")).isEqualTo("zip");
    }

    @Test
    void takesTheVersionOfTheDependency() {
        manage("com.example", "shop-model", "0.9");
        depend("com.example", "other-model", "3.0");
        depend("com.example", "shop-model", "2.0");

        locate("com.example:shop-model");

        assertThat(asked).hasToString("[com.example:shop-model:jar:2.0]");
    }

    @Test
    void elseTakesTheVersionThatIsManaged() {
        manage("com.example", "shop-model", "0.9");

        locate("com.example:shop-model");

        assertThat(asked).hasToString("[com.example:shop-model:jar:0.9]");
    }

    @Test
    void aDependencyWithAnotherClassifierOrTypeIsAnotherArtifact() {
        depend("com.example", "shop-model", "2.0").setClassifier("models");
        depend("com.example", "shop-model", "3.0").setType("zip");

        locate("com.example:shop-model:jar:models");
        locate("com.example:shop-model:zip");

        assertThat(asked).extracting(Artifact::getVersion).containsExactly("2.0", "3.0");
        assertMessage(
                "com.example:shop-model",
                "the artifact com.example:shop-model:jar has no version, and shop has no dependency on it,"
                        + " declared or managed, to take one from");
    }

    @Test
    void anotherModuleHasToBeADependency() {
        modules.add(project("com.example", "shop-model"));

        assertMessage(
                "com.example:shop-model:1.0",
                "the artifact com.example:shop-model:jar:1.0 is a module of this build, but no dependency of shop:"
                        + " declare it as one, with the scope provided, so that Maven builds it first");
        depend("com.example", "shop-model", "1.0");
        assertThat(locate("com.example:shop-model:1.0")).isEqualTo(Path.of("/resolved"));
    }

    @Test
    void anotherModuleHasToBeCompiled() {
        modules.add(project("com.example", "shop-model"));
        depend("com.example", "shop-model", "1.0");
        resolvable = false;

        assertMessage(
                "com.example:shop-model",
                "the artifact com.example:shop-model:jar:1.0 cannot be resolved: it is a module of this build that has"
                        + " not been compiled; run the phase compile, or a later one, for both");
    }

    @Test
    void passesOnWhyAnArtifactCannotBeResolved() {
        resolvable = false;

        assertMessage(
                "com.example:shop-model:1.0",
                "the artifact com.example:shop-model:jar:1.0 cannot be resolved: not in any repository");
    }

    private void assertMessage(String coordinates, String message) {
        assertThatThrownBy(() -> locate(coordinates))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(message);
    }

    private Path locate(String coordinates) {
        return new MavenArtifactLocator(repositories(), new DefaultRepositorySystemSession(), modules, shop)
                .locate(ArtifactCoordinates.parse(coordinates));
    }

    /** The one method that is used; any other fails. */
    private RepositorySystem repositories() {
        return (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("resolveArtifact");
                    return resolve((ArtifactRequest) arguments[1]);
                });
    }

    private ArtifactResult resolve(ArtifactRequest request) throws ArtifactResolutionException {
        asked.add(request.getArtifact());
        ArtifactResult result = new ArtifactResult(request);
        if (!resolvable) {
            throw new ArtifactResolutionException(List.of(result), "not in any repository");
        }
        return result.setArtifact(request.getArtifact().setFile(new File("/resolved")));
    }

    private Dependency depend(String groupId, String artifactId, String version) {
        Dependency dependency = dependency(groupId, artifactId, version);
        shop.getModel().addDependency(dependency);
        return dependency;
    }

    private void manage(String groupId, String artifactId, String version) {
        DependencyManagement management = new DependencyManagement();
        management.addDependency(dependency(groupId, artifactId, version));
        shop.getModel().setDependencyManagement(management);
    }

    private static Dependency dependency(String groupId, String artifactId, String version) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(groupId);
        dependency.setArtifactId(artifactId);
        dependency.setVersion(version);
        return dependency;
    }

    private static MavenProject project(String groupId, String artifactId) {
        Model model = new Model();
        model.setGroupId(groupId);
        model.setArtifactId(artifactId);
        return new MavenProject(model);
    }
}
