package dev.whittle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an IDE sees of the goal: which folders it is to look at again, and where the sources are. */
class GenerateMojoTest {
    private static final String MODEL = """
            {
              "version": "2.0",
              "metadata": {
                "serviceId": "Shop",
                "apiVersion": "2026-01-01",
                "protocol": "rest-json",
                "endpointPrefix": "shop",
                "signatureVersion": "v4"
              },
              "operations": {
                "Ping": {"name": "Ping", "http": {"method": "GET", "requestUri": "/ping"}}
              },
              "shapes": {}
            }
            """;

    @TempDir
    private Path basedir;

    private final List<File> refreshed = new ArrayList<>();
    private int contextsMade;
    private MavenProject project;

    @BeforeEach
    void prepare() throws IOException {
        Path folder = basedir.resolve("src/main/service-model/shop");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("service-2.json"), MODEL);
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory(basedir.resolve("target").toString());
        project = new MavenProject(model);
    }

    @Test
    void refreshesTheFolderThatItHasChanged() throws Exception {
        run(false);

        assertThat(output().resolve("shop/ShopClient.java")).exists();
        assertThat(refreshed).containsExactly(output().toFile());
        assertThat(project.getCompileSourceRoots())
                .containsExactly(output().toAbsolutePath().toString());
    }

    @Test
    void asksForNoContextWithoutAChangeButNamesTheSources() throws Exception {
        run(false);
        project.getCompileSourceRoots().clear();

        run(false);

        assertThat(refreshed).hasSize(1);
        assertThat(contextsMade).isEqualTo(1);
        assertThat(project.getCompileSourceRoots())
                .containsExactly(output().toAbsolutePath().toString());
    }

    @Test
    void generatingTheSameAgainRefreshesNothing() throws Exception {
        run(false);

        run(true);

        assertThat(refreshed).hasSize(1);
    }

    @Test
    void refreshesOnceAFileIsBack() throws Exception {
        run(false);
        Files.delete(output().resolve("shop/ShopClient.java"));

        run(false);

        assertThat(refreshed).hasSize(2);
    }

    private Path output() {
        return basedir.resolve("target/generated-sources/whittle");
    }

    @SuppressWarnings("deprecation") // What replaces the constructor of the session is not there in Maven 3.
    private void run(boolean force) throws Exception {
        GenerateMojo mojo = new GenerateMojo(unused(RepositorySystem.class), () -> {
            contextsMade++;
            return context();
        });
        mojo.setLog(unused(Log.class));
        set(mojo, "modelDirectory", basedir.resolve("src/main/service-model").toFile());
        set(
                mojo,
                "defaultModelDirectory",
                basedir.resolve("src/main/service-model").toFile());
        set(mojo, "outputDirectory", output().toFile());
        set(mojo, "incremental", true);
        set(mojo, "force", force);
        set(mojo, "project", project);
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        set(mojo, "session", session);
        set(mojo, "execution", execution());
        mojo.execute();
    }

    private static MojoExecution execution() {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("generate");
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setVersion("1.0");
        plugin.setArtifacts(List.of());
        goal.setPluginDescriptor(plugin);
        MojoExecution execution = new MojoExecution(null, "generate", "default");
        execution.setMojoDescriptor(goal);
        return execution;
    }

    private BuildContext context() {
        return (BuildContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("refresh");
                    refreshed.add((File) arguments[0]);
                    return null;
                });
    }

    /** Answers nothing to everything. */
    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    return method.getReturnType() == boolean.class ? false : null;
                }));
    }

    /** As Maven does, whatever class of the goal declares the parameter. */
    private static void set(Object mojo, String parameter, Object value) throws Exception {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(parameter)) {
                    field.setAccessible(true);
                    field.set(mojo, value);
                    return;
                }
            }
        }
        throw new AssertionError("the goal has no parameter " + parameter);
    }
}
