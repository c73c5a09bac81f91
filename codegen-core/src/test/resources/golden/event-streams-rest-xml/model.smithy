$version: "2"

namespace com.example.tiny

use aws.protocols#restXml

/// Events in XML.
@restXml
@httpBearerAuth
service Tiny {
    version: "2026-01-31"
    operations: [Select, Chat]
}

@http(method: "POST", uri: "/select")
operation Select {
    input := {
        expression: String
    }

    output := {
        @httpPayload
        events: Selection
    }
}

@http(method: "POST", uri: "/chat")
operation Chat {
    input := {
        @httpPayload
        said: Messages
    }
}

@streaming
union Selection {
    records: Records
    stats: Stats
    progress: Progress
    end: End
    failed: Failed
}

structure Records {
    @eventPayload
    payload: Blob
}

structure Stats {
    @eventPayload
    details: Details
}

structure Progress {
    @xmlName("Done")
    done: Long

    @xmlFlattened
    parts: Parts
}

structure End {}

structure Details {
    @xmlName("BytesScanned")
    bytesScanned: Long
}

list Parts {
    member: String
}

@error("client")
structure Failed {
    message: String
    line: Integer
}

@streaming
union Messages {
    text: Text
    details: Stats
    loud: Loud
}

@xmlName("TheText")
structure Text {
    @xmlAttribute
    lang: String

    words: Parts
}

structure Loud {
    @eventHeader
    level: Integer

    @xmlName("Words")
    words: String
}
