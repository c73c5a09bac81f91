$version: "2.0"

namespace dev.whittle.interop.s3

use aws.customizations#s3UnwrappedXmlOutput
use smithy.waiters#waitable

/// Creates a bucket.
@http(method: "PUT", uri: "/{Bucket}", code: 200)
operation CreateBucket {
    input := {
        @httpHeader("x-amz-acl")
        ACL: BucketCannedACL

        /// The name of the bucket.
        @httpLabel
        @required
            Bucket: String

        @httpPayload
        @xmlName("CreateBucketConfiguration")
        CreateBucketConfiguration: CreateBucketConfiguration
    }

    output := {
        @httpHeader("Location")
        Location: String
    }

    errors: [
        BucketAlreadyExists
        BucketAlreadyOwnedByYou
    ]
}

/// Deletes an empty bucket.
@http(method: "DELETE", uri: "/{Bucket}", code: 204)
operation DeleteBucket {
    input := with [BucketAddress] {}
}

/// Looks for a bucket.
@http(method: "HEAD", uri: "/{Bucket}", code: 200)
@readonly
@waitable(
    BucketExists: {
        acceptors: [
            { state: "success", matcher: { success: true } }
            { state: "retry", matcher: { errorType: "NotFound" } }
        ]
        minDelay: 5
    }
    BucketNotExists: { acceptors: [{ state: "success", matcher: { errorType: "NotFound" } }], minDelay: 5 }
)
operation HeadBucket {
    input := with [BucketAddress] {}

    output := {
        @httpHeader("x-amz-bucket-region")
        BucketRegion: String
    }

    errors: [
        NotFound
    ]
}

/// Lists the buckets of the caller.
@http(method: "GET", uri: "/?x-id=ListBuckets", code: 200)
@readonly
@paginated(
    inputToken: "ContinuationToken"
    outputToken: "ContinuationToken"
    items: "Buckets"
    pageSize: "MaxBuckets"
)
operation ListBuckets {
    input := {
        @httpQuery("max-buckets")
        MaxBuckets: Integer

        @httpQuery("continuation-token")
        ContinuationToken: String

        @httpQuery("prefix")
        Prefix: String

        @httpQuery("bucket-region")
        BucketRegion: String
    }

    output :=
        @xmlName("ListAllMyBucketsResult")
        {
            Buckets: Buckets

            Owner: Owner

            ContinuationToken: String

            Prefix: String
        }
}

/// Tells where a bucket is.
@http(method: "GET", uri: "/{Bucket}?location", code: 200)
@readonly
@s3UnwrappedXmlOutput
operation GetBucketLocation {
    input := with [BucketAddress] {}

    output :=
        @xmlName("LocationConstraint")
        {
            LocationConstraint: BucketLocationConstraint
        }
}

/// Lists objects of a bucket in the order of their keys.
@http(method: "GET", uri: "/{Bucket}?list-type=2", code: 200)
@readonly
@paginated(inputToken: "ContinuationToken", outputToken: "NextContinuationToken", pageSize: "MaxKeys")
operation ListObjectsV2 {
    input := with [BucketAddress] {
        @httpQuery("delimiter")
        Delimiter: String

        @httpQuery("encoding-type")
        EncodingType: EncodingType

        @httpQuery("max-keys")
        MaxKeys: Integer

        @httpQuery("prefix")
        Prefix: String

        @httpQuery("continuation-token")
        ContinuationToken: String

        @httpQuery("fetch-owner")
        FetchOwner: Boolean

        @httpQuery("start-after")
        StartAfter: String
    }

    output :=
        @xmlName("ListBucketResult")
        {
            IsTruncated: Boolean

            @xmlFlattened
            Contents: ObjectList

            Name: String

            Prefix: String

            Delimiter: String

            MaxKeys: Integer

            @xmlFlattened
            CommonPrefixes: CommonPrefixList

            EncodingType: EncodingType

            KeyCount: Integer

            ContinuationToken: String

            NextContinuationToken: String

            StartAfter: String
        }

    errors: [
        NoSuchBucket
    ]
}

structure CreateBucketConfiguration {
    LocationConstraint: BucketLocationConstraint
}

list Buckets {
    @xmlName("Bucket")
    member: Bucket
}

structure Bucket {
    Name: String
    CreationDate: Timestamp
    BucketRegion: String
}

list ObjectList {
    member: Object
}

structure Object {
    Key: String

    LastModified: Timestamp

    ETag: String

    @xmlFlattened
    ChecksumAlgorithm: ChecksumAlgorithmList

    ChecksumType: ChecksumType

    Size: Long

    StorageClass: StorageClass

    Owner: Owner
}

list ChecksumAlgorithmList {
    member: ChecksumAlgorithm
}

list CommonPrefixList {
    member: CommonPrefix
}

structure CommonPrefix {
    Prefix: String
}

structure Owner {
    DisplayName: String
    ID: String
}

enum BucketCannedACL {
    private
    public_read = "public-read"
}

enum BucketLocationConstraint {
    EU
    eu_central_1 = "eu-central-1"
    us_west_2 = "us-west-2"
}

enum EncodingType {
    url
}

/// There is a bucket of this name, of another account.
@error("client")
@httpError(409)
structure BucketAlreadyExists {}

/// There is a bucket of this name, of the caller.
@error("client")
@httpError(409)
structure BucketAlreadyOwnedByYou {}

/// There is no such bucket.
@error("client")
@httpError(404)
structure NoSuchBucket {}

/// There is no such bucket or object. Responses to `HEAD` requests have no body that says more.
@error("client")
structure NotFound {}
