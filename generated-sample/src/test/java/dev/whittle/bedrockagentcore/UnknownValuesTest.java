package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.Response;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newer service may say to this client, and what the client makes of it. */
class UnknownValuesTest {
    private static final String MANAGED_PROXY =
            "{\"managedProxy\":{\"pool\":\"eu\",\"weights\":[1,2.50,12345678901234567890],"
                    + "\"sticky\":true,\"none\":null,\"name\":\"ü \\\"quoted\\\"\"}}";

    private static LoopbackServer server;
    private static BedrockAgentCoreClient client;

    @BeforeAll
    static void start() {
        server = LoopbackServer.responding("{}");
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    /** Gets a session that has these members beside the required ones. */
    private static GetBrowserSessionResponse get(String members) {
        server.respond(Response.json(
                200,
                "{\"browserIdentifier\":\"aws.browser.v1\",\"sessionId\":\"01KAMQ\",\"createdAt\":0," + members + "}"));
        return client.getBrowserSession(
                r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ"));
    }

    private static Proxy getProxy(String proxy) {
        return get("\"proxyConfiguration\":{\"proxies\":[" + proxy + "]}")
                .proxyConfiguration()
                .proxies()
                .get(0);
    }

    /** What a session that is started with this proxy sends. */
    private static String start(Proxy proxy) {
        server.respond(Response.json(200, "{}"));
        client.startBrowserSession(
                r -> r.browserIdentifier("aws.browser.v1").proxyConfiguration(p -> p.proxies(proxy)));
        return server.lastRequest().text();
    }

    @Test
    void anUnknownUnionMemberCanBeRead() {
        Proxy proxy = getProxy(MANAGED_PROXY);

        assertThat(proxy).isInstanceOfSatisfying(Proxy.Unknown.class, unknown -> {
            assertThat(unknown.tag()).isEqualTo("managedProxy");
            assertThat(unknown.value().get("pool").asString()).isEqualTo("eu");
            assertThat(unknown.value().get("weights").asList()).hasSize(3);
            assertThat(unknown.value().get("sticky").asBoolean()).isTrue();
            assertThat(unknown.value().get("none").isNull()).isTrue();
            assertThat(unknown.value().get("name").asString()).isEqualTo("ü \"quoted\"");
        });
    }

    @Test
    void anUnknownUnionMemberIsWrittenBackAsItCame() {
        String sent = start(getProxy(MANAGED_PROXY));

        assertThat(sent)
                .isEqualTo("{\"proxyConfiguration\":{\"proxies\":[" + MANAGED_PROXY + "]},\"clientToken\":\""
                        + LoopbackServer.TOKEN + "\"}");
    }

    @Test
    void aMemberThatOnlyTheServiceKnowsCanBeSent() {
        String sent = start(new Proxy.Unknown("managedProxy", Document.of("eu")));

        assertThat(sent).contains("{\"proxies\":[{\"managedProxy\":\"eu\"}]}");
    }

    @Test
    void anUnknownUnionMemberIsNotPrinted() {
        assertThat(getProxy("{\"managedProxy\":{\"password\":\"hunter2\"}}"))
                .hasToString("Unknown{tag=managedProxy, value=***}");
    }

    @Test
    void aUnionWithoutMembersIsUnknown() {
        assertThat(getProxy("{}")).isInstanceOf(Proxy.Unknown.class);
        assertThat(start(getProxy("{}"))).contains("{\"proxies\":[{}]}");
    }

    @Test
    void aNullMemberOfAUnionIsNotSet() {
        assertThat(getProxy("{\"managedProxy\":null,\"externalProxy\":{\"server\":\"p\",\"port\":1}}"))
                .isInstanceOf(Proxy.ExternalProxyMember.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"s3FilesConfiguration\":{},\"efsConfiguration\":{}}', s3FilesConfiguration, efsConfiguration",
                "'{\"efsConfiguration\":{},\"other\":1}', efsConfiguration, other",
                "'{\"other\":1,\"efsConfiguration\":{}}', other, efsConfiguration",
                "'{\"one\":1,\"two\":2}', one, two",
            })
    void aUnionWithTwoMembersIsAnError(String union, String first, String second) {
        assertThatThrownBy(() -> get("\"filesystemConfigurations\":[" + union + "]"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageStartingWith("GetBrowserSession response: ")
                .hasMessageContaining("/filesystemConfigurations/0")
                .hasMessageContaining("ToolsFileSystemConfiguration")
                .hasMessageContaining(first)
                .hasMessageContaining(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "STOPPING", "ready", "", "Ünknown"})
    void anUnknownEnumValueKeepsItsText(String text) {
        BrowserSessionStatus status = get("\"status\":\"" + text + "\"").status();

        assertThat(status.value()).isEqualTo(text);
        assertThat(status).isEqualTo(BrowserSessionStatus.of(text)).isNotIn(BrowserSessionStatus.values());
    }

    @Test
    void anUnknownEnumValueIsWrittenBackAsItCame() {
        BrowserSessionStatus status = get("\"status\":\"STOPPING\"").status();
        server.respond(Response.json(200, "{\"items\":[]}"));
        client.listBrowserSessions(r -> r.browserIdentifier("aws.browser.v1").status(status));

        assertThat(server.lastRequest().text()).isEqualTo("{\"status\":\"STOPPING\"}");
    }

    @Test
    void anUnknownEnumValueInsideAStructureKeepsItsText() {
        GetBrowserSessionResponse session = get(
                "\"streams\":{\"automationStream\":{\"streamEndpoint\":\"wss://x\",\"streamStatus\":\"CONNECTING\"}}");

        AutomationStreamStatus status = session.streams().automationStream().streamStatus();
        assertThat(status.value()).isEqualTo("CONNECTING");
        assertThat(status).isNotIn(AutomationStreamStatus.values());
    }

    @Test
    void unknownMembersAreSkippedWhateverTheyHold() {
        String unknown = "\"new\":{\"status\":\"TERMINATED\",\"a\":[{\"b\":[[]]},null,1e400,\"\\u0000\"]},\"\":[]";

        GetBrowserSessionResponse session = get(unknown + ",\"status\":\"READY\",\"viewPort\":{\"width\":800," + unknown
                + ",\"height\":600}," + unknown);

        assertThat(session)
                .isEqualTo(get("\"status\":\"READY\",\"viewPort\":{\"width\":800,\"height\":600}"))
                .isNotEqualTo(get("\"status\":\"TERMINATED\",\"viewPort\":{\"width\":800,\"height\":600}"));
    }

    @Test
    void nullMembersAreAbsent() {
        GetBrowserSessionResponse session = get("\"name\":null,\"viewPort\":null,\"extensions\":null,\"status\":null,"
                + "\"sessionTimeoutSeconds\":null,\"lastUpdatedAt\":null,\"proxyConfiguration\":null");

        assertThat(session.name()).isNull();
        assertThat(session.viewPort()).isNull();
        assertThat(session.hasExtensions()).isFalse();
        assertThat(session.status()).isNull();
        assertThat(session.sessionTimeoutSeconds()).isNull();
        assertThat(session.lastUpdatedAt()).isNull();
        assertThat(session.proxyConfiguration()).isNull();
    }

    @Test
    void anEmptyListIsSet() {
        GetBrowserSessionResponse session = get("\"enterprisePolicies\":[],\"filesystemConfigurations\":[]");

        assertThat(session.hasEnterprisePolicies()).isTrue();
        assertThat(session.enterprisePolicies()).isEqualTo(List.of());
        assertThat(session.hasFilesystemConfigurations()).isTrue();
        assertThat(session.hasCertificates()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"viewPort\":{\"width\":\"800\",\"height\":600} | /viewPort/width is a string, expected an integer",
                "\"viewPort\":{\"width\":99999999999,\"height\":600} | /viewPort/width",
                "\"sessionTimeoutSeconds\":1.5 | /sessionTimeoutSeconds",
                "\"extensions\":{} | /extensions is an object, expected an array",
                "\"name\":[] | /name is an array, expected a string",
                "\"proxyConfiguration\":{\"proxies\":[7]} | /proxyConfiguration/proxies/0",
                "\"createdAt\":\"yesterday\" | /createdAt",
            })
    void aWrongTypeSaysWhereItIs(String members, String text) {
        assertThatThrownBy(() -> get(members))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageStartingWith("GetBrowserSession response: ")
                .hasMessageContaining(text);
    }
}
