$version: "2"

namespace com.example.tiny

use aws.customizations#s3UnwrappedXmlOutput
use aws.protocols#restXml

/// Things in XML.
@restXml
@httpBearerAuth
@xmlNamespace(uri: "https://example.com/tiny/")
service Tiny {
    version: "2026-01-31"
    operations: [PutThing, PutOwner, PutChoice, GetPlace]
}

@http(method: "PUT", uri: "/things/{id}")
operation PutThing {
    input := @xmlName("Thing") {
        @required
        @httpLabel
        id: String

        @httpQuery("mode")
        mode: String

        @xmlName("Title")
        title: String

        count: Integer

        data: Blob

        kind: Kind

        at: Timestamp

        @timestampFormat("epoch-seconds")
        seconds: Timestamp

        names: Names

        @xmlFlattened
        @xmlName("Alias")
        aliases: Names

        labels: Labels

        @xmlFlattened
        @xmlName("Part")
        parts: Parts

        matrix: Matrix

        days: Days

        counts: Counts

        @xmlFlattened
        @xmlName("Attribute")
        attributes: Attributes

        ownersByName: Owners

        @xmlNamespace(uri: "http://www.w3.org/2001/XMLSchema-instance", prefix: "xsi")
        owner: Owner

        @xmlNamespace(uri: "https://example.com/note/")
        note: String

        choice: Choice
    }

    output := {
        @httpHeader("ETag")
        tag: String

        @xmlName("Title")
        title: String

        @required
        count: Integer

        data: Blob

        kind: Kind

        at: Timestamp

        @timestampFormat("epoch-seconds")
        seconds: Timestamp

        @required
        names: Names

        @xmlFlattened
        @xmlName("Alias")
        aliases: Names

        labels: Labels

        @required
        @xmlFlattened
        @xmlName("Part")
        parts: Parts

        matrix: Matrix

        days: Days

        counts: Counts

        @xmlFlattened
        @xmlName("Attribute")
        attributes: Attributes

        ownersByName: Owners

        @required
        owner: Owner

        choice: Choice
    }

    errors: [Conflict]
}

@http(method: "PUT", uri: "/owner")
operation PutOwner {
    input := {
        @httpPayload
        @xmlName("TheOwner")
        owner: Owner
    }

    output := {
        @httpPayload
        owner: Owner
    }
}

@http(method: "PUT", uri: "/choice")
operation PutChoice {
    input := {
        @httpPayload
        choice: Choice
    }

    output := {
        @required
        @httpPayload
        choice: Choice
    }
}

@http(method: "GET", uri: "/place")
@s3UnwrappedXmlOutput
operation GetPlace {
    output := {
        place: Kind
    }
}

structure Owner {
    name: String

    @xmlAttribute
    @xmlName("xsi:type")
    type: Kind

    @xmlAttribute
    since: Integer

    @xmlAttribute
    remark: String
}

structure Part {
    id: Integer
    sub: Part
}

union Choice {
    text: String
    owner: Owner
    names: Names
}

enum Kind {
    BIG = "big"
    SMALL = "small"
}

list Names {
    member: String
}

list Labels {
    @xmlName("Label")
    member: Kind
}

list Parts {
    member: Part
}

list Matrix {
    @xmlName("Row")
    member: Names
}

list Days {
    @timestampFormat("http-date")
    @xmlNamespace(uri: "https://example.com/day/", prefix: "d")
    member: Timestamp
}

map Counts {
    key: Kind
    value: Integer
}

map Attributes {
    @xmlName("Name")
    key: String

    @xmlName("Value")
    value: String
}

map Owners {
    key: String
    value: Owner
}

@error("client")
@httpError(409)
structure Conflict {
    message: String

    @httpHeader("Retry-After")
    after: Integer

    @xmlName("Thing")
    thing: String

    @xmlFlattened
    @xmlName("Alias")
    aliases: Names
}
