$version: "2.0"

namespace com.example

use aws.protocols#restJson1
use smithy.rules#endpointRuleSet

@endpointRuleSet({
    version: "1.0"
    parameters: {}
    rules: [
        {
            conditions: []
            endpoint: {url: "https://{Region}.example.com"}
            type: "endpoint"
        }
    ]
})
@restJson1
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
