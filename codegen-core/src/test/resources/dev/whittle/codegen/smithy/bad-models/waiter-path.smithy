$version: "2.0"

namespace com.example

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service Shop {
    version: "1"
    operations: [Get]
}

@http(method: "GET", uri: "/get")
@readonly
@waitable(Ready: {acceptors: [{state: "success", matcher: {output: {path: "stat", comparator: "stringEquals", expected: "OK"}}}]})
operation Get {
    input := {}
    output := {}
}
