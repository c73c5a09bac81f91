$version: "2.0"

namespace dev.whittle.interop.s3

use aws.protocols#httpChecksum

/// Begins an upload in parts.
@http(method: "POST", uri: "/{Bucket}/{Key+}?uploads", code: 200)
operation CreateMultipartUpload {
    input := with [NewObject] {
        @httpHeader("x-amz-checksum-algorithm")
        ChecksumAlgorithm: ChecksumAlgorithm

        @httpHeader("x-amz-checksum-type")
        ChecksumType: ChecksumType
    }

    output :=
        @xmlName("InitiateMultipartUploadResult")
        {
            @httpHeader("x-amz-abort-date")
            AbortDate: Timestamp

            @xmlName("Bucket")
            Bucket: String

            Key: String

            UploadId: String

            @httpHeader("x-amz-server-side-encryption")
            ServerSideEncryption: ServerSideEncryption

            @httpHeader("x-amz-checksum-algorithm")
            ChecksumAlgorithm: ChecksumAlgorithm

            @httpHeader("x-amz-checksum-type")
            ChecksumType: ChecksumType
        }
}

/// Stores a part.
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=UploadPart", code: 200)
@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm")
operation UploadPart {
    input := with [UploadAddress, ChecksumHeaders] {
        @httpQuery("partNumber")
        @required
        PartNumber: Integer

        @httpPayload
        Body: StreamingBlob = ""

        @httpHeader("Content-Length")
        ContentLength: Long

        @httpHeader("Content-MD5")
        ContentMD5: String

        @httpHeader("x-amz-sdk-checksum-algorithm")
        ChecksumAlgorithm: ChecksumAlgorithm
    }

    output := with [ChecksumHeaders] {
        @httpHeader("ETag")
        ETag: String

        @httpHeader("x-amz-server-side-encryption")
        ServerSideEncryption: ServerSideEncryption
    }
}

/// Copies a part within the service.
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=UploadPartCopy", code: 200)
operation UploadPartCopy {
    input := with [UploadAddress, CopySource] {
        @httpQuery("partNumber")
        @required
        PartNumber: Integer

        @httpHeader("x-amz-copy-source-range")
        CopySourceRange: String
    }

    output := {
        @httpHeader("x-amz-copy-source-version-id")
        CopySourceVersionId: String

        @httpPayload
        CopyPartResult: CopyPartResult

        @httpHeader("x-amz-server-side-encryption")
        ServerSideEncryption: ServerSideEncryption
    }
}

/// Makes an object of the parts.
@http(method: "POST", uri: "/{Bucket}/{Key+}", code: 200)
operation CompleteMultipartUpload {
    input := with [UploadAddress, ChecksumHeaders] {
        @httpPayload
        @xmlName("CompleteMultipartUpload")
        MultipartUpload: CompletedMultipartUpload

        @httpHeader("x-amz-checksum-type")
        ChecksumType: ChecksumType

        @httpHeader("x-amz-mp-object-size")
        MpuObjectSize: Long

        @httpHeader("If-Match")
        IfMatch: String

        @httpHeader("If-None-Match")
        IfNoneMatch: String
    }

    output :=
        @xmlName("CompleteMultipartUploadResult")
        with [ChecksumElements] {
            Location: String

            Bucket: String

            Key: String

            ETag: String

            ChecksumType: ChecksumType

            @httpHeader("x-amz-server-side-encryption")
            ServerSideEncryption: ServerSideEncryption

            @httpHeader("x-amz-version-id")
            VersionId: String
        }
}

/// Ends an upload and drops its parts.
@http(method: "DELETE", uri: "/{Bucket}/{Key+}?x-id=AbortMultipartUpload", code: 204)
operation AbortMultipartUpload {
    input := with [UploadAddress] {}

    output := {}

    errors: [
        NoSuchUpload
    ]
}

/// Lists the parts of an upload.
@http(method: "GET", uri: "/{Bucket}/{Key+}?x-id=ListParts", code: 200)
@readonly
@paginated(
    inputToken: "PartNumberMarker"
    outputToken: "NextPartNumberMarker"
    items: "Parts"
    pageSize: "MaxParts"
)
operation ListParts {
    input := with [UploadAddress] {
        @httpQuery("max-parts")
        MaxParts: Integer

        @httpQuery("part-number-marker")
        PartNumberMarker: String
    }

    output :=
        @xmlName("ListPartsResult")
        {
            @httpHeader("x-amz-abort-date")
            AbortDate: Timestamp

            Bucket: String

            Key: String

            UploadId: String

            PartNumberMarker: String

            NextPartNumberMarker: String

            MaxParts: Integer

            IsTruncated: Boolean

            @xmlFlattened
            @xmlName("Part")
            Parts: Parts

            Owner: Owner

            StorageClass: StorageClass

            ChecksumAlgorithm: ChecksumAlgorithm

            ChecksumType: ChecksumType
        }
}

structure CopyPartResult with [ChecksumElements] {
    ETag: String
    LastModified: Timestamp
}

structure CompletedMultipartUpload {
    @xmlFlattened
    @xmlName("Part")
    Parts: CompletedPartList
}

list CompletedPartList {
    member: CompletedPart
}

structure CompletedPart with [ChecksumElements] {
    ETag: String
    PartNumber: Integer
}

list Parts {
    member: Part
}

structure Part with [ChecksumElements] {
    PartNumber: Integer
    LastModified: Timestamp
    ETag: String
    Size: Long
}

/// There is no such upload.
@error("client")
@httpError(404)
structure NoSuchUpload {}
