import java.io.File;
import software.amazon.awssdk.codegen.C2jModels;
import software.amazon.awssdk.codegen.CodeGenerator;
import software.amazon.awssdk.codegen.model.config.customization.CustomizationConfig;
import software.amazon.awssdk.codegen.model.rules.endpoints.EndpointTestSuiteModel;
import software.amazon.awssdk.codegen.model.service.EndpointRuleSetModel;
import software.amazon.awssdk.codegen.model.service.Paginators;
import software.amazon.awssdk.codegen.model.service.ServiceModel;
import software.amazon.awssdk.codegen.model.service.Waiters;
import software.amazon.awssdk.codegen.utils.ModelLoaderUtils;

/** Generates a client with AWS's own generator. Compiled apart, against that generator's version of the SDK. */
public final class AwsGenerate {
    private AwsGenerate() {}

    /** Arguments: the folder of the model, the folder to write to. */
    public static void main(String[] args) {
        File models = new File(args[0]);
        C2jModels.Builder builder = C2jModels.builder()
                .customizationConfig(CustomizationConfig.create())
                .serviceModel(load(ServiceModel.class, models, "service-2.json"));
        if (new File(models, "waiters-2.json").exists()) {
            builder.waitersModel(load(Waiters.class, models, "waiters-2.json"));
        }
        if (new File(models, "paginators-1.json").exists()) {
            builder.paginatorsModel(load(Paginators.class, models, "paginators-1.json"));
        }
        if (new File(models, "endpoint-rule-set-1.json").exists()) {
            builder.endpointRuleSetModel(load(EndpointRuleSetModel.class, models, "endpoint-rule-set-1.json"));
        }
        if (new File(models, "endpoint-tests-1.json").exists()) {
            builder.endpointTestSuiteModel(load(EndpointTestSuiteModel.class, models, "endpoint-tests-1.json"));
        }
        CodeGenerator.builder()
                .models(builder.build())
                .sourcesDirectory(args[1])
                .resourcesDirectory(args[1] + "-resources")
                .testsDirectory(args[1] + "-tests")
                .build()
                .execute();
    }

    private static <T> T load(Class<T> type, File models, String name) {
        return ModelLoaderUtils.loadModel(type, new File(models, name));
    }
}
