$version: "2.0"

// What several operations of S3 have in common.
namespace dev.whittle.interop.s3

@mixin
structure BucketAddress {
    /// The name of the bucket.
    @httpLabel
    @required
    Bucket: String

    @httpHeader("x-amz-expected-bucket-owner")
    ExpectedBucketOwner: String
}

@mixin
structure ObjectAddress with [BucketAddress] {
    /// The key of the object.
    @httpLabel
    @required
    Key: String
}

@mixin
structure UploadAddress with [ObjectAddress] {
    /// The identifier of the upload in parts.
    @httpQuery("uploadId")
    @required
    UploadId: String
}

@mixin
structure ChecksumHeaders {
    @httpHeader("x-amz-checksum-crc32")
    ChecksumCRC32: String

    @httpHeader("x-amz-checksum-crc32c")
    ChecksumCRC32C: String

    @httpHeader("x-amz-checksum-crc64nvme")
    ChecksumCRC64NVME: String

    @httpHeader("x-amz-checksum-sha1")
    ChecksumSHA1: String

    @httpHeader("x-amz-checksum-sha256")
    ChecksumSHA256: String
}

@mixin
structure ChecksumElements {
    ChecksumCRC32: String
    ChecksumCRC32C: String
    ChecksumCRC64NVME: String
    ChecksumSHA1: String
    ChecksumSHA256: String
}

/// What is kept beside the bytes of an object.
@mixin
structure Description {
    @httpHeader("Cache-Control")
    CacheControl: String

    @httpHeader("Content-Disposition")
    ContentDisposition: String

    @httpHeader("Content-Encoding")
    ContentEncoding: String

    @httpHeader("Content-Language")
    ContentLanguage: String

    @httpHeader("Content-Type")
    ContentType: String

    @httpHeader("Expires")
    Expires: String

    @httpPrefixHeaders("x-amz-meta-")
    Metadata: Metadata

    @httpHeader("x-amz-server-side-encryption")
    ServerSideEncryption: ServerSideEncryption

    @httpHeader("x-amz-storage-class")
    StorageClass: StorageClass
}

@mixin
structure NewObject with [ObjectAddress, Description] {
    @httpHeader("x-amz-acl")
    ACL: ObjectCannedACL

    @httpHeader("x-amz-tagging")
    Tagging: String
}

/// Where a copy comes from.
@mixin
structure CopySource {
    /// The bucket and the key of the source, encoded as in a path.
    @httpHeader("x-amz-copy-source")
    @required
    CopySource: String

    @httpHeader("x-amz-copy-source-if-match")
    CopySourceIfMatch: String

    @httpHeader("x-amz-copy-source-if-modified-since")
    CopySourceIfModifiedSince: Timestamp

    @httpHeader("x-amz-copy-source-if-none-match")
    CopySourceIfNoneMatch: String

    @httpHeader("x-amz-copy-source-if-unmodified-since")
    CopySourceIfUnmodifiedSince: Timestamp

    @httpHeader("x-amz-source-expected-bucket-owner")
    ExpectedSourceBucketOwner: String
}

map Metadata {
    key: String
    value: String
}

enum ChecksumAlgorithm {
    CRC32
    CRC32C
    SHA1
    SHA256
    CRC64NVME
}

enum ChecksumType {
    COMPOSITE
    FULL_OBJECT
}

enum ServerSideEncryption {
    AES256
    aws_kms = "aws:kms"
}

enum StorageClass {
    STANDARD
    REDUCED_REDUNDANCY
    STANDARD_IA
    GLACIER
}

enum ObjectCannedACL {
    private
    public_read = "public-read"
    bucket_owner_full_control = "bucket-owner-full-control"
}

@streaming
blob StreamingBlob
