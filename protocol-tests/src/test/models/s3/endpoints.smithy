$version: "2.0"

namespace com.amazonaws.s3

use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet

// The model of the suite says nothing of endpoints. These rules have what the cases are about: buckets in hosts and in
// paths, dual stack, acceleration, and paths that are signed as they are sent.

apply GetBucketLocationRequest$Bucket @contextParam(name: "Bucket")
apply ListObjectsV2Request$Bucket @contextParam(name: "Bucket")
apply GetObjectRequest$Bucket @contextParam(name: "Bucket")
apply DeleteObjectTaggingRequest$Bucket @contextParam(name: "Bucket")

apply AmazonS3 @clientContextParams(
    ForcePathStyle: { type: "boolean", documentation: "Whether buckets are in paths." }
    Accelerate: { type: "boolean", documentation: "Whether requests go to the nearest location." }
)

apply AmazonS3 @endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", required: true, documentation: "The region." }
        UseDualStack: {
            type: "boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "Whether IPv6 is used too."
        }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint", documentation: "The endpoint of the client." }
        Bucket: { type: "string", documentation: "The bucket of a request." }
        ForcePathStyle: {
            type: "boolean"
            required: true
            default: false
            documentation: "Whether buckets are in paths."
        }
        Accelerate: {
            type: "boolean"
            required: true
            default: false
            documentation: "Whether requests go to the nearest location."
        }
    }
    rules: [
        {
            type: "tree"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Bucket" }] }
                { fn: "uriEncode", argv: [{ ref: "Bucket" }], assign: "encoded" }
            ]
            rules: [
                {
                    type: "endpoint"
                    conditions: [
                        { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                        { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                    ]
                    endpoint: {
                        url: "{url#scheme}://{url#authority}{url#normalizedPath}{encoded}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [
                        { fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }
                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                    ]
                    endpoint: {
                        url: "https://{Bucket}.s3-accelerate.dualstack.amazonaws.com"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }]
                    endpoint: {
                        url: "https://{Bucket}.s3-accelerate.amazonaws.com"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "ForcePathStyle" }, true] }]
                    endpoint: {
                        url: "https://s3.{Region}.amazonaws.com/{encoded}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }]
                    endpoint: {
                        url: "https://{Bucket}.s3.dualstack.{Region}.amazonaws.com"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: {
                        url: "https://{Bucket}.s3.{Region}.amazonaws.com"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
            ]
        }
        {
            type: "endpoint"
            conditions: []
            endpoint: { url: "https://s3.{Region}.amazonaws.com" }
        }
    ]
})
