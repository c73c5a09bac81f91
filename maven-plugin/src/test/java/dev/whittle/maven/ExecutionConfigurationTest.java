package dev.whittle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class ExecutionConfigurationTest {
    private final Plugin plugin = new Plugin();

    private void configure(String execution, String... parameters) {
        PluginExecution configured = new PluginExecution();
        configured.setId(execution);
        configured.setConfiguration(dom(parameters));
        plugin.addExecution(configured);
    }

    private static Xpp3Dom dom(String... parameters) {
        Xpp3Dom dom = new Xpp3Dom("configuration");
        for (String parameter : parameters) {
            dom.addChild(new Xpp3Dom(parameter));
        }
        return dom;
    }

    private MavenProject project() {
        plugin.setGroupId("dev.whittle");
        plugin.setArtifactId("whittle-maven-plugin");
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        return new MavenProject(model);
    }

    private MojoExecution execution(String goal, String id) throws Exception {
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setGroupId("dev.whittle");
        descriptor.setArtifactId("whittle-maven-plugin");
        descriptor.addMojo(goal(descriptor, "generate", "asyncClient", true));
        descriptor.addMojo(goal(descriptor, "validate", "modelFile", true));
        descriptor.addMojo(goal(descriptor, "help", "project", false));
        MojoExecution execution = new MojoExecution(null, goal, id);
        execution.setMojoDescriptor(descriptor.getMojo(goal));
        return execution;
    }

    private static MojoDescriptor goal(PluginDescriptor plugin, String name, String parameter, boolean editable)
            throws Exception {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(plugin);
        goal.setGoal(name);
        Parameter one = new Parameter();
        one.setName(parameter);
        one.setEditable(editable);
        goal.addParameter(one);
        return goal;
    }

    @Test
    void aParameterThatNoGoalHasIsTold() throws Exception {
        configure("default", "asyncClient", "asyncClent", "modelFile", "project");
        assertThat(ExecutionConfiguration.unknownParameters(project(), execution("generate", "default")))
                .containsExactly(
                        "the configuration sets 'asyncClent', which is no parameter of any goal (did you mean"
                                + " 'asyncClient'?)",
                        "the configuration sets 'project', which is no parameter of any goal (there are asyncClient,"
                                + " modelFile)");
    }

    @Test
    void otherExecutionsAreNotLookedAt() throws Exception {
        configure("other", "asyncClent");
        configure("default", "asyncClient");
        assertThat(ExecutionConfiguration.unknownParameters(project(), execution("generate", "default")))
                .isEmpty();
    }

    @Test
    void onTheCommandLineThePluginsOwnConfigurationCounts() throws Exception {
        plugin.setConfiguration(dom("asyncClent"));
        assertThat(ExecutionConfiguration.unknownParameters(project(), execution("generate", "default-cli")))
                .hasSize(1);
    }

    @Test
    void theCommandLineCanNameAnExecution() throws Exception {
        assertThat(ExecutionConfiguration.elsewhere(project(), execution("validate", "default-cli")))
                .isNull();
        configure("client", "modelFile");
        assertThat(ExecutionConfiguration.elsewhere(project(), execution("validate", "default-cli")))
                .isEqualTo("the configuration of the execution 'client' counts with mvn whittle:validate@client");
        assertThat(ExecutionConfiguration.elsewhere(project(), execution("generate", "client")))
                .isNull();
    }

    @Test
    void anExecutionIsOneOfSeveralIfOthersHaveItsGoal() throws Exception {
        withGoals("main", "generate", "validate");
        withGoals("test", "generate");

        assertThat(ExecutionConfiguration.isOneOfSeveral(project(), execution("generate", "main")))
                .isTrue();
        assertThat(ExecutionConfiguration.isOneOfSeveral(project(), execution("generate", "test")))
                .isTrue();
        assertThat(ExecutionConfiguration.isOneOfSeveral(project(), execution("validate", "main")))
                .isFalse();
        assertThat(ExecutionConfiguration.isOneOfSeveral(project(), execution("generate", "default-cli")))
                .isFalse();
    }

    private void withGoals(String execution, String... goals) {
        PluginExecution configured = new PluginExecution();
        configured.setId(execution);
        configured.setGoals(List.of(goals));
        plugin.addExecution(configured);
    }
}
