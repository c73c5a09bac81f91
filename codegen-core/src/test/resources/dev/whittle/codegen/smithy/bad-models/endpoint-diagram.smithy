$version: "2"

namespace com.example

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1
use smithy.rules#endpointBdd

@restJson1
@sigv4(name: "tiny")
@service(sdkId: "Tiny", endpointPrefix: "tiny")
@endpointBdd(
    version: "1.1"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", required: true, documentation: "The region" }
    }
    conditions: []
    results: [{ conditions: [], endpoint: { url: "https://elsewhere.example.com" }, type: "endpoint" }]
    root: 100000001
    nodeCount: 1
    nodes: "/////wAAAAH/////"
)
service Tiny {
    version: "2026-01-31"
    operations: [Look]
}

@readonly
@http(method: "GET", uri: "/look")
operation Look {}
