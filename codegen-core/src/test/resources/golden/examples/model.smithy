$version: "2"

namespace com.example.tiny

use aws.protocols#restJson1

/// Calls that the model shows.
@restJson1
@httpBearerAuth
service Tiny {
    version: "2026-01-31"
    operations: [PutThing, Ping, Unfit]
}

@http(method: "PUT", uri: "/things/{id}")
@idempotent
operation PutThing {
    input := {
        @required
        @httpLabel
        id: String

        thing: Thing

        things: Things

        names: Names

        prices: Prices

        target: Target

        anything: Document
    }

    output := {
        thing: Thing
        total: Long
    }

    errors: [NoThing]
}

apply PutThing @examples([
    {
        title: "To put a thing"
        documentation: "Puts a thing whose `count` is 3."
        input: { id: "a", thing: { count: 3, size: "small" } }
        output: { thing: { count: 3 }, total: 12345678901 }
    }
    {
        title: "Everything at once"
        documentation: "Everything at once"
        input: {
            id: "a \"b\" \\u002a/ {c"
            thing: {
                count: 1
                flag: true
                ratio: 0.5
                size: "of another kind"
                data: "aGk="
                at: 1700000000
                inner: { count: 2 }
            }
            things: [{ count: 4, at: "2026-01-31T00:00:00Z" }, { big: 5000000000, share: 0.25, small: 7 }]
            names: ["*/ @see x", "first\nsecond"]
            prices: { a: 1, b: 2 }
            target: { thing: { count: 6 } }
            anything: { list: [1, true, null, "x"], number: 2.5 }
        }
    }
    {
        title: "There is no such thing."
        input: { id: "none" }
        error: { shapeId: NoThing, content: { message: "there is no thing 'none'" } }
        allowConstraintErrors: true
    }
])

@readonly
@http(method: "GET", uri: "/ping")
@examples([{ title: "To ping", input: {} }])
operation Ping {}

/// The example has a value of another type than the member, so that it is left out.
@readonly
@http(method: "GET", uri: "/unfit")
@examples([{ title: "To see nothing", input: { count: "three" } }, { title: "To see an unknown member", input: { no: 1 } }])
operation Unfit {
    input := {
        @httpQuery("count")
        count: Integer
    }
}

@error("client")
@httpError(404)
structure NoThing {
    message: String
}

structure Thing {
    count: Integer
    flag: Boolean
    ratio: Double
    share: Float
    small: Byte
    big: Long
    data: Blob
    at: Timestamp
    size: Size
    inner: Thing
}

list Things {
    member: Thing
}

list Names {
    member: String
}

map Prices {
    key: String
    value: Integer
}

union Target {
    thing: Thing
    name: String
}

enum Size {
    SMALL = "small"
    LARGE = "large"
}
