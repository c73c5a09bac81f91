$version: "2.0"

namespace dev.whittle.interop.s3

use aws.protocols#httpChecksum
use smithy.waiters#waitable

/// Stores an object.
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=PutObject", code: 200)
@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm")
operation PutObject {
    input := with [NewObject, ChecksumHeaders] {
        @httpPayload
        Body: StreamingBlob = ""

        @httpHeader("Content-Length")
        ContentLength: Long

        @httpHeader("Content-MD5")
        ContentMD5: String

        @httpHeader("x-amz-sdk-checksum-algorithm")
        ChecksumAlgorithm: ChecksumAlgorithm

        @httpHeader("If-Match")
        IfMatch: String

        @httpHeader("If-None-Match")
        IfNoneMatch: String
    }

    output := with [ChecksumHeaders] {
        @httpHeader("ETag")
        ETag: String

        @httpHeader("x-amz-checksum-type")
        ChecksumType: ChecksumType

        @httpHeader("x-amz-server-side-encryption")
        ServerSideEncryption: ServerSideEncryption

        @httpHeader("x-amz-version-id")
        VersionId: String

        @httpHeader("x-amz-object-size")
        Size: Long
    }

    errors: [
        InvalidRequest
    ]
}

/// Reads an object.
@http(method: "GET", uri: "/{Bucket}/{Key+}?x-id=GetObject", code: 200)
@readonly
@httpChecksum(
    requestValidationModeMember: "ChecksumMode"
    responseAlgorithms: ["CRC64NVME", "CRC32", "CRC32C", "SHA256", "SHA1"]
)
operation GetObject {
    input := with [ReadRequest] {}

    output := with [ReadResponse] {
        @httpPayload
        Body: StreamingBlob = ""
    }

    errors: [
        InvalidObjectState
        NoSuchKey
    ]
}

/// Reads what is kept beside the bytes of an object.
@http(method: "HEAD", uri: "/{Bucket}/{Key+}", code: 200)
@readonly
@waitable(
    ObjectExists: {
        acceptors: [
            { state: "success", matcher: { success: true } }
            { state: "retry", matcher: { errorType: "NotFound" } }
        ]
        minDelay: 5
    }
    ObjectNotExists: { acceptors: [{ state: "success", matcher: { errorType: "NotFound" } }], minDelay: 5 }
)
operation HeadObject {
    input := with [ReadRequest] {}

    output := with [ReadResponse] {}

    errors: [
        NotFound
    ]
}

/// Deletes an object.
@http(method: "DELETE", uri: "/{Bucket}/{Key+}?x-id=DeleteObject", code: 204)
operation DeleteObject {
    input := with [ObjectAddress] {
        @httpQuery("versionId")
        VersionId: String

        @httpHeader("If-Match")
        IfMatch: String
    }

    output := {
        @httpHeader("x-amz-delete-marker")
        DeleteMarker: Boolean

        @httpHeader("x-amz-version-id")
        VersionId: String
    }
}

/// Deletes several objects.
@http(method: "POST", uri: "/{Bucket}?delete", code: 200)
@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm", requestChecksumRequired: true)
operation DeleteObjects {
    input := with [BucketAddress] {
        @httpPayload
        @required
        @xmlName("Delete")
        Delete: Delete

        @httpHeader("x-amz-sdk-checksum-algorithm")
        ChecksumAlgorithm: ChecksumAlgorithm
    }

    output :=
        @xmlName("DeleteResult")
        {
            @xmlFlattened
            Deleted: DeletedObjects

            @xmlFlattened
            @xmlName("Error")
            Errors: Errors
        }
}

/// Copies an object within the service.
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=CopyObject", code: 200)
operation CopyObject {
    input := with [NewObject, CopySource] {
        @httpHeader("x-amz-checksum-algorithm")
        ChecksumAlgorithm: ChecksumAlgorithm

        @httpHeader("x-amz-metadata-directive")
        MetadataDirective: MetadataDirective
    }

    output := {
        @httpPayload
        CopyObjectResult: CopyObjectResult

        @httpHeader("x-amz-copy-source-version-id")
        CopySourceVersionId: String

        @httpHeader("x-amz-version-id")
        VersionId: String

        @httpHeader("x-amz-server-side-encryption")
        ServerSideEncryption: ServerSideEncryption
    }
}

@mixin
structure ReadRequest with [ObjectAddress] {
    @httpHeader("If-Match")
    IfMatch: String

    @httpHeader("If-Modified-Since")
    IfModifiedSince: Timestamp

    @httpHeader("If-None-Match")
    IfNoneMatch: String

    @httpHeader("If-Unmodified-Since")
    IfUnmodifiedSince: Timestamp

    @httpHeader("Range")
    Range: String

    @httpQuery("response-cache-control")
    ResponseCacheControl: String

    @httpQuery("response-content-disposition")
    ResponseContentDisposition: String

    @httpQuery("response-content-encoding")
    ResponseContentEncoding: String

    @httpQuery("response-content-language")
    ResponseContentLanguage: String

    @httpQuery("response-content-type")
    ResponseContentType: String

    @httpQuery("response-expires")
    @timestampFormat("http-date")
    ResponseExpires: Timestamp

    @httpQuery("versionId")
    VersionId: String

    @httpQuery("partNumber")
    PartNumber: Integer

    @httpHeader("x-amz-checksum-mode")
    ChecksumMode: ChecksumMode
}

@mixin
structure ReadResponse with [Description, ChecksumHeaders] {
    @httpHeader("accept-ranges")
    AcceptRanges: String

    @httpHeader("Last-Modified")
    LastModified: Timestamp

    @httpHeader("Content-Length")
    ContentLength: Long

    @httpHeader("Content-Range")
    ContentRange: String

    @httpHeader("ETag")
    ETag: String

    @httpHeader("x-amz-checksum-type")
    ChecksumType: ChecksumType

    @httpHeader("x-amz-delete-marker")
    DeleteMarker: Boolean

    @httpHeader("x-amz-version-id")
    VersionId: String

    @httpHeader("x-amz-mp-parts-count")
    PartsCount: Integer

    @httpHeader("x-amz-tagging-count")
    TagCount: Integer
}

structure Delete {
    @required
    @xmlFlattened
    @xmlName("Object")
    Objects: ObjectIdentifierList

    Quiet: Boolean
}

list ObjectIdentifierList {
    member: ObjectIdentifier
}

structure ObjectIdentifier {
    @required
    Key: String

    VersionId: String

    ETag: String
}

list DeletedObjects {
    member: DeletedObject
}

structure DeletedObject {
    Key: String
    VersionId: String
    DeleteMarker: Boolean
    DeleteMarkerVersionId: String
}

list Errors {
    member: Error
}

structure Error {
    Key: String
    VersionId: String
    Code: String
    Message: String
}

structure CopyObjectResult with [ChecksumElements] {
    ETag: String
    LastModified: Timestamp
    ChecksumType: ChecksumType
}

enum ChecksumMode {
    ENABLED
}

enum MetadataDirective {
    COPY
    REPLACE
}

/// The request is not valid for this object.
@error("client")
@httpError(400)
structure InvalidRequest {}

/// The object is archived and cannot be read.
@error("client")
@httpError(403)
structure InvalidObjectState {
    StorageClass: StorageClass
    AccessTier: String
}

/// There is no such object.
@error("client")
@httpError(404)
structure NoSuchKey {}
