$version: "2.0"

// Endpoints of S3: buckets in hosts and in paths, directory buckets, access points, acceleration, dual stack and FIPS.
// AWS's own rules also know outposts, objects that a function makes, and access points of several regions.
namespace dev.whittle.interop.s3

use smithy.rules#contextParam
use smithy.rules#endpointRuleSet

// The traits cannot be in mixins.
apply AbortMultipartUploadInput$Bucket @contextParam(name: "Bucket")
apply CompleteMultipartUploadInput$Bucket @contextParam(name: "Bucket")
apply CopyObjectInput$Bucket @contextParam(name: "Bucket")
apply CreateBucketInput$Bucket @contextParam(name: "Bucket")
apply CreateMultipartUploadInput$Bucket @contextParam(name: "Bucket")
apply DeleteBucketInput$Bucket @contextParam(name: "Bucket")
apply DeleteObjectInput$Bucket @contextParam(name: "Bucket")
apply DeleteObjectsInput$Bucket @contextParam(name: "Bucket")
apply GetBucketLocationInput$Bucket @contextParam(name: "Bucket")
apply GetObjectInput$Bucket @contextParam(name: "Bucket")
apply HeadBucketInput$Bucket @contextParam(name: "Bucket")
apply HeadObjectInput$Bucket @contextParam(name: "Bucket")
apply ListObjectsV2Input$Bucket @contextParam(name: "Bucket")
apply ListPartsInput$Bucket @contextParam(name: "Bucket")
apply PutObjectInput$Bucket @contextParam(name: "Bucket")
apply UploadPartInput$Bucket @contextParam(name: "Bucket")
apply UploadPartCopyInput$Bucket @contextParam(name: "Bucket")

apply S3 @endpointRuleSet({
    version: "1.0"
    parameters: {
        Bucket: { type: "string", documentation: "The bucket of a request, or the ARN of an access point." }
        Region: { type: "string", builtIn: "AWS::Region", required: true, documentation: "The region of the client." }
        UseFIPS: {
            type: "boolean"
            builtIn: "AWS::UseFIPS"
            required: true
            default: false
            documentation: "Whether the endpoint complies with FIPS."
        }
        UseDualStack: {
            type: "boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "Whether the endpoint also has addresses of IPv6."
        }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint", documentation: "The endpoint of the client." }
        ForcePathStyle: { type: "boolean", required: true, default: false, documentation: "Whether buckets are in paths, not in hosts." }
        UseArnRegion: { type: "boolean", required: true, default: true, documentation: "Whether the region of an ARN counts." }
        Accelerate: { type: "boolean", required: true, default: false, documentation: "Whether requests go to the nearest location." }
        DisableS3ExpressSessionAuth: { type: "boolean", documentation: "Whether requests for directory buckets are signed without a session." }
    }
    rules: [
        {
            type: "tree"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Bucket" }] }
                { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }
            ]
            rules: [
                {
                    type: "error"
                    conditions: [
                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                        { fn: "stringEquals", argv: [{ fn: "getAttr", argv: [{ ref: "partition" }, "name"] }, "aws-cn"] }
                    ]
                    error: "The partition of {Region} has no endpoint that complies with FIPS."
                }
                {
                    type: "error"
                    conditions: [
                        { fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }
                        { fn: "not", argv: [{ fn: "stringEquals", argv: [{ fn: "getAttr", argv: [{ ref: "partition" }, "name"] }, "aws"] }] }
                    ]
                    error: "The partition of {Region} has no accelerated endpoint."
                }
                {
                    type: "tree"
                    conditions: [
                        { fn: "aws.parseArn", argv: [{ ref: "Bucket" }], assign: "arn" }
                        { fn: "getAttr", argv: [{ ref: "arn" }, "resourceId[0]"], assign: "arnType" }
                        { fn: "stringEquals", argv: [{ ref: "arnType" }, "accesspoint"] }
                        { fn: "getAttr", argv: [{ ref: "arn" }, "resourceId[1]"], assign: "point" }
                        { fn: "getAttr", argv: [{ ref: "arn" }, "region"], assign: "arnRegion" }
                        { fn: "aws.partition", argv: [{ ref: "arnRegion" }], assign: "arnPartition" }
                    ]
                    rules: [
                        {
                            type: "error"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "ForcePathStyle" }, true] }]
                            error: "An access point cannot be in a path."
                        }
                        {
                            type: "error"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }]
                            error: "An access point has no accelerated endpoint."
                        }
                        {
                            type: "error"
                            conditions: [
                                { fn: "booleanEquals", argv: [{ ref: "UseArnRegion" }, false] }
                                { fn: "not", argv: [{ fn: "stringEquals", argv: [{ ref: "arnRegion" }, { ref: "Region" }] }] }
                            ]
                            error: "The access point is in {arnRegion}, and the client in {Region}."
                        }
                        {
                            type: "error"
                            conditions: [{ fn: "not", argv: [{ fn: "stringEquals", argv: [{ fn: "getAttr", argv: [{ ref: "arnPartition" }, "name"] }, { fn: "getAttr", argv: [{ ref: "partition" }, "name"] }] }] }]
                            error: "The access point is in another partition than {Region}."
                        }
                        {
                            type: "endpoint"
                            conditions: [
                                { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                                { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                            ]
                            endpoint: {
                                url: "{url#scheme}://{point}-{arn#accountId}.{url#authority}{url#path}"
                                properties: {
                                    authSchemes: [
                                        { name: "sigv4", signingName: "s3", signingRegion: "{arnRegion}", disableDoubleEncoding: true }
                                    ]
                                }
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [
                                { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                            ]
                            endpoint: {
                                url:
                                    "https://{point}-{arn#accountId}.s3-accesspoint-fips.dualstack.{arn#region}.{arnPartition#dnsSuffix}"
                                properties: {
                                    authSchemes: [
                                        { name: "sigv4", signingName: "s3", signingRegion: "{arnRegion}", disableDoubleEncoding: true }
                                    ]
                                }
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }]
                            endpoint: {
                                url:
                                    "https://{point}-{arn#accountId}.s3-accesspoint-fips.{arn#region}.{arnPartition#dnsSuffix}"
                                properties: {
                                    authSchemes: [
                                        { name: "sigv4", signingName: "s3", signingRegion: "{arnRegion}", disableDoubleEncoding: true }
                                    ]
                                }
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }]
                            endpoint: {
                                url:
                                    "https://{point}-{arn#accountId}.s3-accesspoint.dualstack.{arn#region}.{arnPartition#dnsSuffix}"
                                properties: {
                                    authSchemes: [
                                        { name: "sigv4", signingName: "s3", signingRegion: "{arnRegion}", disableDoubleEncoding: true }
                                    ]
                                }
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: []
                            endpoint: {
                                url:
                                    "https://{point}-{arn#accountId}.s3-accesspoint.{arn#region}.{arnPartition#dnsSuffix}"
                                properties: {
                                    authSchemes: [
                                        { name: "sigv4", signingName: "s3", signingRegion: "{arnRegion}", disableDoubleEncoding: true }
                                    ]
                                }
                            }
                        }
                    ]
                }
                {
                    type: "tree"
                    conditions: [
                        { fn: "substring", argv: [{ ref: "Bucket" }, 0, 6, true], assign: "suffix" }
                        { fn: "stringEquals", argv: [{ ref: "suffix" }, "--x-s3"] }
                    ]
                    rules: [
                        {
                            type: "error"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }]
                            error: "A directory bucket has no accelerated endpoint."
                        }
                        {
                            type: "error"
                            conditions: [{ fn: "not", argv: [{ fn: "aws.isVirtualHostableS3Bucket", argv: [{ ref: "Bucket" }, false] }] }]
                            error: "The name of the directory bucket cannot be part of a host name."
                        }
                        {
                            type: "tree"
                            conditions: [
                                { fn: "isSet", argv: [{ ref: "DisableS3ExpressSessionAuth" }] }
                                { fn: "booleanEquals", argv: [{ ref: "DisableS3ExpressSessionAuth" }, true] }
                            ]
                            rules: [
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                                        { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                                        { fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "url" }, "isIp"] }, true] }
                                        { fn: "uriEncode", argv: [{ ref: "Bucket" }], assign: "encoded" }
                                    ]
                                    endpoint: {
                                        url: "{url#scheme}://{url#authority}{url#normalizedPath}{encoded}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                                        { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                                    ]
                                    endpoint: {
                                        url: "{url#scheme}://{Bucket}.{url#authority}{url#path}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "error"
                                    conditions: []
                                    error: "The name of the directory bucket has no zone."
                                }
                            ]
                        }
                        {
                            type: "tree"
                            conditions: []
                            rules: [
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                                        { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                                        { fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "url" }, "isIp"] }, true] }
                                        { fn: "uriEncode", argv: [{ ref: "Bucket" }], assign: "encoded" }
                                    ]
                                    endpoint: {
                                        url: "{url#scheme}://{url#authority}{url#normalizedPath}{encoded}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                                        { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                                    ]
                                    endpoint: {
                                        url: "{url#scheme}://{Bucket}.{url#authority}{url#path}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 14, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 14, 16, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-fips-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 6, 15, true], assign: "zone" }
                                        { fn: "substring", argv: [{ ref: "Bucket" }, 15, 17, true], assign: "hyphens" }
                                        { fn: "stringEquals", argv: [{ ref: "hyphens" }, "--"] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3express-{zone}.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "error"
                                    conditions: []
                                    error: "The name of the directory bucket has no zone."
                                }
                            ]
                        }
                    ]
                }
                {
                    type: "tree"
                    conditions: [
                        { fn: "booleanEquals", argv: [{ ref: "ForcePathStyle" }, false] }
                        { fn: "aws.isVirtualHostableS3Bucket", argv: [{ ref: "Bucket" }, false] }
                    ]
                    rules: [
                        {
                            type: "endpoint"
                            conditions: [
                                { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                                { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                                { fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "url" }, "isIp"] }, false] }
                            ]
                            endpoint: {
                                url: "{url#scheme}://{Bucket}.{url#authority}{url#path}"
                                properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                            }
                        }
                        {
                            type: "tree"
                            conditions: [
                                { fn: "not", argv: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }] }
                            ]
                            rules: [
                                {
                                    type: "error"
                                    conditions: [
                                        { fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                    ]
                                    error: "No accelerated endpoint complies with FIPS."
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3-accelerate.dualstack.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }]
                                    endpoint: {
                                        url: "https://{Bucket}.s3-accelerate.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [
                                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                                    ]
                                    endpoint: {
                                        url: "https://{Bucket}.s3-fips.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }]
                                    endpoint: {
                                        url: "https://{Bucket}.s3-fips.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }]
                                    endpoint: {
                                        url: "https://{Bucket}.s3.dualstack.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                                    }
                                }
                                {
                                    type: "endpoint"
                                    conditions: []
                                    endpoint: {
                                        url: "https://{Bucket}.s3.{Region}.{partition#dnsSuffix}"
                                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                                    }
                                }
                            ]
                        }
                    ]
                }
                {
                    type: "tree"
                    conditions: [
                        { fn: "uriEncode", argv: [{ ref: "Bucket" }], assign: "encoded" }
                    ]
                    rules: [
                        {
                            type: "error"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "Accelerate" }, true] }]
                            error: "An accelerated endpoint needs a bucket in its host."
                        }
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
                                { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                                { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                            ]
                            endpoint: {
                                url: "https://s3-fips.dualstack.{Region}.{partition#dnsSuffix}/{encoded}"
                                properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }]
                            endpoint: {
                                url: "https://s3-fips.{Region}.{partition#dnsSuffix}/{encoded}"
                                properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }]
                            endpoint: {
                                url: "https://s3.dualstack.{Region}.{partition#dnsSuffix}/{encoded}"
                                properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: []
                            endpoint: {
                                url: "https://s3.{Region}.{partition#dnsSuffix}/{encoded}"
                                properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                            }
                        }
                    ]
                }
            ]
        }
        {
            type: "tree"
            conditions: [{ fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }]
            rules: [
                {
                    type: "endpoint"
                    conditions: [
                        { fn: "isSet", argv: [{ ref: "Endpoint" }] }
                        { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" }
                    ]
                    endpoint: {
                        url: "{url#scheme}://{url#authority}{url#path}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [
                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                    ]
                    endpoint: {
                        url: "https://s3-fips.dualstack.{Region}.{partition#dnsSuffix}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }]
                    endpoint: {
                        url: "https://s3-fips.{Region}.{partition#dnsSuffix}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }]
                    endpoint: {
                        url: "https://s3.dualstack.{Region}.{partition#dnsSuffix}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: {
                        url: "https://s3.{Region}.{partition#dnsSuffix}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "s3", disableDoubleEncoding: true }] }
                    }
                }
            ]
        }
    ]
})
