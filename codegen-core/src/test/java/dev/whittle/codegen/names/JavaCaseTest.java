package dev.whittle.codegen.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCaseTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "viewPort, ViewPort",
        "bedrock-agentcore, BedrockAgentcore",
        "Bedrock AgentCore, BedrockAgentCore",
        "KMSKeyId, KMSKeyId",
        "snake_case_name, SnakeCaseName",
        "__type, Type",
        "a.b/c, ABC",
        "1st, _1st",
        "'', _",
        "äöü, _",
        "../../x, X",
    })
    void upperCamel(String name, String expected) {
        assertThat(JavaCase.upperCamel(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ViewPort, viewPort",
        "viewPort, viewPort",
        "KMSKeyId, kmsKeyId",
        "ARN, arn",
        "ARNs, arns",
        "URLs, urls",
        "IPSet, ipSet",
        "ID, id",
        "A, a",
        "AB, ab",
        "EC2Instance, ec2Instance",
        "snake_case, snakeCase",
        "x-amz-thing, xAmzThing",
        "1st, _1st",
    })
    void lowerCamel(String name, String expected) {
        assertThat(JavaCase.lowerCamel(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "READY, READY",
        "ready, READY",
        "CannotParse, CANNOT_PARSE",
        "m5.large, M5_LARGE",
        "two words, TWO_WORDS",
        "a--b, A_B",
        "-a-, A",
        "HTTPServer, HTTP_SERVER",
        "ARNs, ARNS",
        "IPv4, I_PV4",
        "9lives, _9LIVES",
        "*, ''",
        "'', ''",
    })
    void constant(String value, String expected) {
        assertThat(JavaCase.constant(value)).isEqualTo(expected);
    }

    @Test
    void localesHaveNoSay() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertThat(JavaCase.upperCamel("id")).isEqualTo("Id");
        assertThat(JavaCase.lowerCamel("ID")).isEqualTo("id");
        assertThat(JavaCase.constant("title")).isEqualTo("TITLE");
    }
}
