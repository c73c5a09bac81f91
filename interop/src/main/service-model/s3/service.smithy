$version: "2.0"

metadata suppressions = [
    {
        id: "HttpHeaderTrait"
        namespace: "dev.whittle.interop.s3"
        reason: "S3 describes its objects with the headers of their bodies, and so with Content-Length."
    }
]

// Operations of Amazon S3 on buckets, objects and uploads in parts, as its server sees them. AWS publishes its own
// model in no artifact.
namespace dev.whittle.interop.s3

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restXml
use smithy.rules#clientContextParams

/// Keeps objects in buckets.
@service(sdkId: "S3", arnNamespace: "s3", endpointPrefix: "s3")
@sigv4(name: "s3")
@restXml(noErrorWrapping: true)
@xmlNamespace(uri: "http://s3.amazonaws.com/doc/2006-03-01/")
@clientContextParams(
    ForcePathStyle: { type: "boolean", documentation: "Whether buckets are in paths, not in hosts." }
    UseArnRegion: { type: "boolean", documentation: "Whether the region of an ARN counts, not that of the client." }
    Accelerate: { type: "boolean", documentation: "Whether requests go to the nearest location." }
    DisableS3ExpressSessionAuth: {
        type: "boolean"
        documentation: "Whether requests for directory buckets are signed without a session."
    }
)
service S3 {
    version: "2006-03-01"
    operations: [
        AbortMultipartUpload
        CompleteMultipartUpload
        CopyObject
        CreateBucket
        CreateMultipartUpload
        DeleteBucket
        DeleteObject
        DeleteObjects
        GetBucketLocation
        GetObject
        HeadBucket
        HeadObject
        ListBuckets
        ListObjectsV2
        ListParts
        PutObject
        UploadPart
        UploadPartCopy
    ]
}
