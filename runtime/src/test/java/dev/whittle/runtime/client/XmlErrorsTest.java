package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.retry.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of restXml, awsQuery and ec2Query. */
class XmlErrorsTest {
    private static final String MEMBERS = "<Type>Sender</Type><Code> NoSuchThing\n</Code><Extra><Code>x</Code></Extra>"
            + "<Message>no &lt;such&gt; thing</Message><Size>7</Size>";

    private static ErrorFields read(String body) {
        return XmlErrors.INSTANCE.read(HttpHeaders.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?>\n<ErrorResponse xmlns='u'><Error>%s</Error><RequestId>r-1</RequestId></ErrorResponse>",
                "<ErrorResponse><RequestId>r-1</RequestId>\n<Error>%s</Error></ErrorResponse>",
                "<Error>%s<RequestId>r-1</RequestId><HostId>h</HostId></Error>",
                "<Response><Errors><Error>%s</Error></Errors><RequestID>r-1</RequestID></Response>",
                "<ErrorResponse><Error>%s</Error><requestId>r-1</requestId></ErrorResponse>",
            })
    void errorsAreFoundWhereTheyStand(String form) {
        String body = form.formatted(MEMBERS);
        ErrorFields fields = read(body);
        assertThat(fields.code()).isEqualTo("NoSuchThing");
        assertThat(fields.reportedCode()).isEqualTo("NoSuchThing");
        assertThat(fields.codeIsFinal()).isTrue();
        assertThat(fields.message()).isEqualTo("no <such> thing");
        assertThat(fields.requestId()).isEqualTo("r-1");
        assertThat(fields.bodyIsWhole()).isTrue();

        XmlReader in = new XmlReader(body.getBytes(StandardCharsets.UTF_8));
        assertThat(XmlErrors.enter(in)).isTrue();
        int size = 0;
        for (String name = in.first(); name != null; name = in.next()) {
            if (name.equals("Size")) {
                size = in.integer();
            }
        }
        assertThat(size).isEqualTo(7);
    }

    @Test
    void theDocumentMayBeNamedAsTheError() {
        String body =
                "<?xml version='1.0'?>\n<InvalidChangeBatch xmlns='https://route53.amazonaws.com/doc/2013-04-01/'>"
                        + "<Messages><Message>a exists</Message><Message>b is no name</Message></Messages>"
                        + "<RequestId>r-1</RequestId></InvalidChangeBatch>";
        ErrorFields fields = read(body);
        assertThat(fields.code()).isEqualTo("InvalidChangeBatch");
        assertThat(fields.codeIsFinal())
                .as("no service has all names of documents")
                .isFalse();
        assertThat(fields.message()).isEqualTo("a exists, b is no name");
        assertThat(fields.requestId()).isEqualTo("r-1");
        assertThat(members(body.getBytes(StandardCharsets.UTF_8))).containsExactly("Messages", "RequestId");
    }

    @Test
    void aDocumentThatIsTheErrorMayHaveAMessageOrNone() {
        assertThat(read("<Gone><Message>m</Message><RequestId>r</RequestId></Gone>")
                        .message())
                .isEqualTo("m");
        ErrorFields fields =
                read("<Gone><Messages><Message><Text>t</Text></Message></Messages><RequestId>r</RequestId></Gone>");
        assertThat(fields.code()).isEqualTo("Gone");
        assertThat(fields.message()).isNull();
        assertThat(fields.requestId()).isEqualTo("r");
        assertThat(fields.bodyIsWhole()).isTrue();
    }

    @Test
    void anErrorInADocumentThatIsNamedAsItsCodeHasTheMembers() {
        for (String root : List.of("Gone", "ErrorResponse")) {
            String body = "<" + root + "><Error><Code>" + root + "</Code><Size>7</Size></Error></" + root + ">";
            assertThat(read(body).code()).isEqualTo(root);
            assertThat(members(body.getBytes(StandardCharsets.UTF_8))).containsExactly("Code", "Size");
        }
    }

    @Test
    void moreMessagesBesideAnErrorAreNothing() {
        ErrorFields fields = read(
                "<ErrorResponse><Error>" + MEMBERS
                        + "</Error><Messages><Message><Text>t</Text></Message></Messages><RequestId>r</RequestId></ErrorResponse>");
        assertThat(fields.code()).isEqualTo("NoSuchThing");
        assertThat(fields.message()).isEqualTo("no <such> thing");
        assertThat(fields.requestId()).isEqualTo("r");
        assertThat(fields.bodyIsWhole()).isTrue();
    }

    @Test
    void aMessageMayBeginWithASmallLetter() {
        assertThat(read("<Error><message>a</message></Error>").message()).isEqualTo("a");
        assertThat(read("<Error><message>a</message><Message>b</Message></Error>")
                        .message())
                .isEqualTo("b");
        assertThat(read("<Error><Message>b</Message><message>a</message></Error>")
                        .message())
                .isEqualTo("b");
        assertThat(read("<Error/>").message()).isNull();
    }

    @Test
    void whatIsCutOffCountsUpToThere() {
        ErrorFields fields = read("<ErrorResponse><Error><Code>Gone</Code><Message>no su");
        assertThat(fields.code()).isEqualTo("Gone");
        assertThat(fields.bodyIsWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "busy",
                "<!DOCTYPE html><html><body><h1>502</h1></body></html>",
                "<html><body><Error><Code>x</Code></Error></body></html>",
                "<Response><Errors/></Response>",
                "<Response><Errors/><RequestID>r-1</RequestID></Response>",
                "<ErrorResponse><RequestId>r-1</RequestId></ErrorResponse>",
                "<InvalidChangeBatch><Messages><Message>a</Message></Messages></InvalidChangeBatch>",
                "{\"__type\":\"Gone\"}",
            })
    void anotherBodyHasNoCode(String body) {
        ErrorFields fields = read(body);
        assertThat(fields.code()).isEmpty();
        assertThat(fields.reportedCode()).isNull();
        assertThat(fields.codeIsFinal()).isFalse();
        assertThat(fields.message()).isNull();
        assertThat(fields.bodyIsWhole()).isFalse();
        assertThat(XmlErrors.INSTANCE.text(body.getBytes(StandardCharsets.UTF_8), 100))
                .isEqualTo(body);
    }

    private static ServiceException error(FakeTransport transport) {
        try (CallPipeline pipeline =
                TestClient.ofXml(transport).retry(RetryPolicy.none()).build()) {
            return catchThrowableOfType(ServiceException.class, () -> pipeline.call(TestOperation.get(), "1", null));
        }
    }

    @Test
    void theIdOfTheHeaderTakesPrecedence() {
        FakeTransport transport = new FakeTransport();
        transport.status = 404;
        transport.body = "<ErrorResponse><Error><Code>ResourceNotFoundException</Code><Message>m</Message></Error>"
                + "<RequestId>of the body</RequestId></ErrorResponse>";
        ServiceException e = error(transport);
        assertThat(e).isInstanceOf(TestOperation.ResourceNotFoundException.class);
        assertThat(e.serviceMessage()).isEqualTo("m");
        assertThat(e.requestId()).isEqualTo("of the body");
        transport.headers.add("x-amz-request-id", "of the header");
        assertThat(error(transport).requestId()).isEqualTo("of the header");
    }

    @Test
    void aBodyThatIsNoXmlLeavesTheStatus() {
        FakeTransport transport = new FakeTransport();
        transport.status = 503;
        transport.body = "<html><p>busy";
        ServiceException e = error(transport);
        assertThat(e.statusCode()).isEqualTo(503);
        assertThat(e.errorCode()).isNull();
        assertThat(e.rawBody()).isEqualTo("<html><p>busy");
        assertThat(e.isRetryable()).isTrue();
    }

    @Test
    void theReaderStandsAtTheError() {
        byte[] body = ("<Response><Errors><Error>" + MEMBERS + "</Error></Errors></Response>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(members(body)).containsExactly("Type", "Code", "Extra", "Message", "Size");
        assertThat(members(Arrays.copyOf(body, body.length - 1)))
                .as("of half a body")
                .isEmpty();
        assertThat(members(new byte[0])).isEmpty();
    }

    private static List<String> members(byte[] body) {
        ErrorFields fields = XmlErrors.INSTANCE.read(HttpHeaders.empty(), body);
        ErrorReader reader = new ErrorReader(new TestService.InXml(), null, 400, HttpHeaders.empty(), body, fields);
        List<String> names = new ArrayList<>();
        XmlReader in = reader.xml();
        for (String name = in.first(); name != null; name = in.next()) {
            names.add(name);
        }
        return names;
    }
}
