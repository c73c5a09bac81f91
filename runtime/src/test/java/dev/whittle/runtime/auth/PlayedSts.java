package dev.whittle.runtime.auth;

import dev.whittle.runtime.auth.PlayedServer.Request;
import dev.whittle.runtime.auth.PlayedServer.Response;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Plays STS: it knows some credentials, checks every header and signature, and names what it gives after the role. */
final class PlayedSts implements AutoCloseable {
    private static final String RESPONSE = """
            <?xml version="1.0"?>
            <!-- <AccessKeyId>not this</AccessKeyId> -->
            <%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <%1$sResult>
                <AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn</Arn></AssumedRoleUser>
                <Credentials>
                  <AccessKeyId>%2$s</AccessKeyId>
                  <SecretAccessKey>key&#x2F;secret&amp;%2$s</SecretAccessKey>
                  <SessionToken>token/secret==</SessionToken>
                  <Expiration>2030-01-01T06:00:00Z</Expiration>
                </Credentials>
                <PackedPolicySize/>
              </%1$sResult>
              <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
            </%1$sResponse>
            """;

    final Map<String, Credentials> known = new ConcurrentHashMap<>();
    final PlayedServer server;
    volatile String expectedRegion = "us-east-1";
    volatile Response instead;

    PlayedSts() throws IOException {
        server = new PlayedServer(this::respond);
    }

    /** What it gives for a role. */
    static Credentials of(String role) {
        return Credentials.of(
                "ASIA" + role, "key/secret&ASIA" + role, "token/secret==", Instant.parse("2030-01-01T06:00:00Z"));
    }

    void knows(Credentials credentials) {
        known.put(credentials.accessKeyId(), credentials);
    }

    private Response respond(Request request) {
        if (instead != null) {
            return instead;
        }
        Map<String, String> form = request.form();
        String action = form.get("Action");
        boolean proper = request.method().equals("POST")
                && request.target().equals("/")
                && "2011-06-15".equals(form.get("Version"))
                && form.get("RoleSessionName") != null
                && "application/x-www-form-urlencoded; charset=utf-8"
                        .equals(request.headers().get("content-type"));
        if (!proper) {
            return error(400, "MalformedQueryString", "The query string is malformed");
        }
        String authorization = request.headers().get("authorization");
        if (action.equals("AssumeRoleWithWebIdentity")) {
            return authorization == null && "web/secret+".equals(form.get("WebIdentityToken"))
                    ? given(action, form)
                    : error(400, "InvalidIdentityToken", "No such token: " + form.get("WebIdentityToken"));
        }
        return isSigned(request, authorization)
                ? given(action, form)
                : error(403, "SignatureDoesNotMatch", "The request signature we calculated does not match");
    }

    private Response given(String action, Map<String, String> form) {
        String arn = form.get("RoleArn");
        String role = arn.substring(arn.indexOf('/') + 1);
        knows(of(role));
        return Response.ok(response(action, role));
    }

    /** The response for a role. */
    static String response(String action, String role) {
        return RESPONSE.formatted(action, "ASIA" + role);
    }

    static Response error(int status, String code, String message) {
        return new Response(
                status,
                "<ErrorResponse xmlns=\"x\"><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error><RequestId>r</RequestId></ErrorResponse>");
    }

    private boolean isSigned(Request request, String authorization) {
        String start = "AWS4-HMAC-SHA256 Credential=";
        if (authorization == null || !authorization.startsWith(start)) {
            return false;
        }
        String date = request.headers().get("x-amz-date");
        Credentials signer = known.get(authorization.substring(start.length(), authorization.indexOf('/')));
        Instant time = Instant.parse(date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6, 11)
                + ":" + date.substring(11, 13) + ":" + date.substring(13));
        if (signer == null || Duration.between(time, Instant.now()).abs().toMinutes() > 5) {
            return false;
        }
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder again = HttpRequest.builder()
                .method("POST")
                .origin("http", request.headers().get("host"))
                .body(RequestBody.unsafe(body, 0, body.length));
        again.headers().add("Content-Type", request.headers().get("content-type"));
        new SigV4Signer(expectedRegion, "sts").sign(again, signer, time.toEpochMilli());
        return authorization.equals(again.headers().first("Authorization"))
                && Objects.equals(signer.sessionToken(), request.headers().get("x-amz-security-token"));
    }

    List<Request> requests() {
        return server.requests;
    }

    @Override
    public void close() {
        server.close();
    }
}
