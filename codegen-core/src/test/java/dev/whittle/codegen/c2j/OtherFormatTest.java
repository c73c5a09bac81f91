package dev.whittle.codegen.c2j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of another format is told by one sentence. */
class OtherFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'openapi': '3.0.1', 'info': {}, 'paths': {}} | an OpenAPI 3.0.1 description",
                "{'info': {}, 'paths': {}, 'swagger': '2.0'} | a Swagger 2.0 description",
                "openapi: 3.1.0\\ninfo:\\n  title: x\\n | an OpenAPI 3.1.0 description",
                "# a comment\\n---\\ninfo:\\n  title: x\\nswagger: '2.0' | a Swagger 2.0 description",
                "{'asyncapi': '2.6.0', 'channels': {}} | an AsyncAPI 2.6.0 description",
                "asyncapi: 3.0.0 | an AsyncAPI 3.0.0 description",
                "{'smithy': '2.0', 'metadata': {}, 'shapes': {'a#B': {'type': 'service'}}} | a Smithy model",
                "$version: '2'\\nnamespace a.b\\n | a model in Smithy's language",
                "// Copyright\\n\\n$version: '2' | a model in Smithy's language",
                "namespace com.example\\n\\nservice Orders {} | a model in Smithy's language",
                "{'customizationConfig': {}, 'metadata': {}, 'operations': {}, 'shapes': {}} | an intermediate model of the"
                        + " AWS SDK",
                "{'AWSTemplateFormatVersion': '2010-09-09', 'Resources': {}} | a template of CloudFormation",
                "{'Resources': {'A': {'Type': 'AWS::S3::Bucket'}}} | a template of CloudFormation",
                "AWSTemplateFormatVersion: '2010-09-09' | a template of CloudFormation",
                "Transform: AWS::Serverless-2016-10-31 | a template of CloudFormation",
                "Resources:\\n  A:\\n    Type: AWS::S3::Bucket | a template of CloudFormation",
                "{'Transform': 'AWS::Serverless-2016-10-31', 'Resources': {}} | a template of CloudFormation",
                "{'typeName': 'AWS::S3::Bucket', 'properties': {}} | the schema of a resource of CloudFormation",
                "{'ResourceSpecificationVersion': '1.0', 'ResourceTypes': {}} | a specification of CloudFormation",
                "{'metadata': {}, 'operations': {}, 'shapes': {'A': {'c2jName': 'A'}}} | an intermediate model of the AWS"
                        + " SDK",
                "{'metadata': {}, 'operations': {'A': {'operationName': 'A'}}, 'shapes': {}} | an intermediate model of"
                        + " the AWS SDK",
                "{'shapes': {'a#B': {'type': 'service'}}} | a Smithy model",
                "{'info': {}, 'paths': {}} | an OpenAPI description",
                "openapi : 3.1.0 | an OpenAPI 3.1.0 description",
                "{'data': {'__schema': {}}} | a GraphQL schema",
                "type Query {\\n  a: Int\\n} | a GraphQL schema",
                "<?xml version='1.0'?>\\n<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/> | a WSDL description",
                "<project/> | XML",
                "<!DOCTYPE html>\\n<html> | an HTML page",
                "#%RAML 1.0\\ntitle: x | a RAML description",
                "syntax = 'proto3'; | a description for Protocol Buffers",
                "{'$schema': 'http://json-schema.org/draft-07/schema#', 'properties': {}} | a JSON Schema, or a file that"
                        + " has one",
                "{'info': {'_postman_id': 'x'}, 'item': []} | a Postman collection",
                "{'pagination': {}} | a list of paginators",
                "{'version': 2, 'waiters': {}} | a list of waiters",
                "{'version': '1.0', 'parameters': {}, 'rules': []} | a set of endpoint rules",
                "{'version': '1.0', 'examples': {}} | a list of examples",
                "{'testCases': []} | a list of tests for endpoint rules",
                "version https://git-lfs.github.com/spec/v1\\noid sha256:0 | a pointer of Git LFS",
            })
    void isToldByOneSentence(String text, String what) {
        List<Problem> problems = problems(text.replace("\\n", "\n").replace('\'', '"'));
        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.MODEL_FORMAT);
        assertThat(problems.get(0).message())
                .isEqualTo("the file is " + what + ", not a service model in the form of service-2.json");
        assertThat(problems.get(0).hint()).isNotNull();
        assertThat(problems.get(0).location().file()).isEqualTo("api.json");
    }

    @Test
    void archivesAndByteOrderMarksAreKnown() {
        assertThat(problems("PK\u0003\u0004...").get(0).message()).startsWith("the file is an archive, ");
        assertThat(problems("\uFEFFopenapi: 3.0.0").get(0).message()).startsWith("the file is an OpenAPI 3.0.0 ");
    }

    @Test
    void saysWhatToDo() {
        assertThat(problems("{\"customizationConfig\": {}}").get(0).hint())
                .isEqualTo("take the file beside it whose name ends in -model.json, not in -intermediate.json");
        assertThat(problems("{\"pagination\": {}}").get(0).hint())
                .isEqualTo("name the service-2.json of the same folder as the model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'metadata': {}, 'operations': {}, 'shapes': {}}",
                "{'version': '2.0', 'metadata': {}, 'operations': {}, 'shapes': {}, 'examples': {}}",
                "// comment\n{'metadata': {}}",
                "{}",
                "[]",
                "",
                "hello"
            })
    void whatMayBeAModelIsReadAsOne(String text) {
        assertThat(problems(text.replace('\'', '"')))
                .extracting(Problem::code)
                .doesNotContain(ProblemCode.MODEL_FORMAT);
    }

    private static List<Problem> problems(String text) {
        ModelSource source = new ModelSource("api.json", text.getBytes(StandardCharsets.UTF_8), null, null, null);
        Problems problems = new Problems(new ModelLocator(source), new C2jDialect());
        C2jReader.read(source, problems);
        return problems.all();
    }
}
