$version: "2.0"

namespace com.example

use aws.protocols#restJson1

@restJson1
service Shop {
    version: "1"
    operations: [Get]
}

@http(method: "GET", uri: "/get")
@readonly
operation Get [
    input := {}
    output := {}
}
