$version: "2"

namespace com.example.tiny

use aws.protocols#restXml

/// Things that fail.
@restXml(noErrorWrapping: true)
@httpBearerAuth
service Tiny {
    version: "2026-01-31"
    operations: [CopyThing, JoinThing, CheckThing, GetFault]
}

@http(method: "PUT", uri: "/copy")
operation CopyThing {
    output := {
        @httpPayload
        result: CopyResult
    }
    errors: [Busy, Conflict]
}

@http(method: "POST", uri: "/join")
operation JoinThing {
    output := {
        tag: String
    }
    errors: [Conflict]
}

@readonly
@http(method: "HEAD", uri: "/thing")
operation CheckThing {
    output := {
        @httpHeader("ETag")
        tag: String
    }
    errors: [NotFound]
}

@readonly
@http(method: "GET", uri: "/fault")
operation GetFault {
    output := {
        @httpPayload
        fault: Fault
    }
}

structure CopyResult {
    tag: String
}

/// What went wrong before.
@xmlName("Error")
structure Fault {
    @xmlName("Code")
    code: String
}

@error("client")
structure Conflict {
    message: String

    @xmlName("Key")
    key: String
}

@error("server")
@retryable
structure Busy {}

@error("client")
structure NotFound {}
