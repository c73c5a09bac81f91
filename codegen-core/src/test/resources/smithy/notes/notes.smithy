$version: "2.0"

namespace com.example.notes

use aws.protocols#restJson1

/// Keeps *notes* and [links](https://example.com/links).
///
/// - one
/// - two
@restJson1
@httpBearerAuth
@httpBasicAuth
@httpApiKeyAuth(name: "x-key", in: "header")
@auth([httpBearerAuth, httpBasicAuth, httpApiKeyAuth])
service Notes {
    version: "1"
    operations: [Write, Look]
}

@http(method: "POST", uri: "/notes")
@auth([httpBasicAuth])
operation Write {
    input := {
        text: String
    }
}

@readonly
@optionalAuth
@http(method: "GET", uri: "/notes")
operation Look {
    output := {
        text: String
    }
}
