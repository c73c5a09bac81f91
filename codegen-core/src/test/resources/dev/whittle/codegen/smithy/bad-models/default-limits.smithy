$version: "2"

namespace com.example

use aws.protocols#restJson1

@restJson1
service Shop {
    version: "1"
    operations: [Put]
}

@http(method: "POST", uri: "/")
operation Put {
    input := {
        thing: Thing
    }
}

structure Thing {
    large: Double = 1e999

    narrow: Float = 1e39

    digits: BigInteger = 1e999999999

    late: Timestamp = 99999999999999999999

    data: Blob = "not base64!"
}
