$version: "2.0"

namespace com.example

use aws.protocols#restJson1

@restJson1
service Shop {
    version: "1"
    resources: [Item]
}

resource Item {
    identifiers: {id: String}
    read: Get
}

@http(method: "GET", uri: "/get")
operation Get {
    input := {}
    output := {}
}
