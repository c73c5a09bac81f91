$version: "2.0"

namespace com.example

@protocolDefinition
@trait(selector: "service")
structure soap {}

@soap
service Shop {
    version: "1"
    operations: [Get]
}

@http(method: "GET", uri: "/get")
@readonly
operation Get {
    input := {}
    output := {}
}
