$version: "2"

namespace com.example

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
@httpBearerAuth
@paginated(inputTokn: "token", inputToken: "token", outputToken: "token")
service Tiny {
    version: "2026-01-31"
    operations: [Look]
}

@readonly
@http(method: "GET", uri: "/look", cod: 204, cache: true)
@waitable(
    Seen: {
        acceptors: [{ state: "success", matcher: { success: true } }]
        maxDely: 5
    }
)
operation Look {
    input := {
        @httpQuery("token")
        @deprecated(mesage: "no longer needed")
        token: String
    }

    output := {
        token: String
    }
}
