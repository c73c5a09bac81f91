package dev.whittle.protocoltests;

import dev.whittle.codegen.json.ModelSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A service of the official suites with a generated client.
 *
 * @param protocol the id of its protocol
 * @param service the id of the service
 * @param packageName the package of the client
 * @param artifact the artifact that has the model
 */
record Suite(String protocol, String service, String packageName, String artifact) {
    private static final String AWS = "smithy-aws-protocol-tests";
    private static final String SMITHY = "smithy-protocol-tests";
    private static final String REST_JSON = "aws.protocols#restJson1";
    private static final String JSON_10 = "aws.protocols#awsJson1_0";
    private static final String JSON_11 = "aws.protocols#awsJson1_1";
    private static final String REST_XML = "aws.protocols#restXml";
    private static final String QUERY = "aws.protocols#awsQuery";
    private static final String EC2 = "aws.protocols#ec2Query";
    private static final String CBOR = "smithy.protocols#rpcv2Cbor";

    /** All services whose protocols are supported, as the pom of this module names them. */
    static final List<Suite> ALL = List.of(
            of(REST_JSON, "aws.protocoltests.restjson#RestJson", "restjson", AWS),
            of(REST_JSON, "com.amazonaws.apigateway#BackplaneControlService", "apigateway", AWS),
            of(REST_JSON, "com.amazonaws.glacier#Glacier", "glacier", AWS),
            of(JSON_10, "aws.protocoltests.json10#JsonRpc10", "json10", AWS),
            of(JSON_10, "aws.protocoltests.json10#QueryCompatibleJsonRpc10", "json10querycompatible", AWS),
            of(JSON_11, "aws.protocoltests.json#JsonProtocol", "json11", AWS),
            of(JSON_11, "com.amazonaws.machinelearning#AmazonML_20141212", "machinelearning", AWS),
            of(REST_XML, "aws.protocoltests.restxml#RestXml", "restxml", AWS),
            of(REST_XML, "aws.protocoltests.restxml.xmlns#RestXmlWithNamespace", "restxmlwithnamespace", AWS),
            of(REST_XML, "com.amazonaws.s3#AmazonS3", "s3", AWS),
            of(QUERY, "aws.protocoltests.query#AwsQuery", "query", AWS),
            of(EC2, "aws.protocoltests.ec2#AwsEc2", "ec2", AWS),
            of(CBOR, "smithy.protocoltests.rpcv2Cbor#RpcV2Protocol", "rpcv2cbor", SMITHY),
            of(CBOR, "aws.protocoltests.rpcv2cbor#QueryCompatibleRpcV2Protocol", "rpcv2cborquerycompatible", AWS),
            of(CBOR, "aws.protocoltests.rpcv2cbor#NonQueryCompatibleRpcV2Protocol", "rpcv2cborwithoutquery", AWS));

    private static Suite of(String protocol, String service, String packageName, String artifact) {
        return new Suite(protocol, service, "dev.whittle.protocoltests." + packageName, artifact);
    }

    /** The model of the artifact, with what this module adds to it in the folder that is named like the package. */
    ModelSource model() {
        Path jar = Suites.jar(artifact);
        Path added = Path.of("src/test/models", packageName.substring(packageName.lastIndexOf('.') + 1));
        return Files.isDirectory(added)
                ? ModelSource.ofDirectory(added).with(ModelSource.smithyFiles(jar))
                : ModelSource.ofArchive(jar, "META-INF/smithy");
    }
}
