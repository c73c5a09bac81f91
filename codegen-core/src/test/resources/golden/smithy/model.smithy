$version: "2"

namespace com.example.tiny

use aws.protocols#restJson1

/// Things with defaults.
@restJson1
@httpBearerAuth
service Tiny {
    version: "2026-01-31"
    operations: [PutThing]
}

@http(method: "POST", uri: "/things")
operation PutThing {
    input := {
        @required
        thing: Thing

        /// Has no default for clients.
        count: Integer = 7
    }

    output := {
        thing: Thing

        total: Long = 100

        @required
        @clientOptional
        comment: String
    }
}

structure Thing {
    /// How many there are.
    count: Integer = 10

    text: String = "a \"b\" {c}"

    flag: Boolean = true

    ratio: Double = 1.5

    share: Float = 0.25

    small: Byte = 1

    big: Long = 10000000000

    data: Blob = "aGk="

    at: Timestamp = 0

    @timestampFormat("date-time")
    on: Timestamp = "2026-01-31T00:00:00Z"

    names: Names = []

    prices: Prices = {}

    size: Size = "small"

    anything: Document = true

    @addedDefault
    later: Integer = 3

    @clientOptional
    unsure: Integer = 4

    none: Integer = null

    priority: Priority
}

/// How much it matters.
intEnum Priority {
    /// Can wait.
    LOW = 1
    HIGH = 10
}

list Names {
    member: String
}

map Prices {
    key: String
    value: Integer
}

enum Size {
    /// Fits into a pocket.
    SMALL = "small"
    LARGE = "large"
}
