package dev.whittle.interop.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** A request of the AWS SDK for each operation of S3 without a stream. */
public final class S3Requests {
    /** A key that needs encoding. */
    public static final String KEY = "/a b/../ü+%2F?#&=~*'()//东";

    private static final Instant TIME = Instant.parse("2026-11-22T09:15:30Z");

    private S3Requests() {}

    /** By operation. For copies, the AWS SDK deprecates the members of the model in favour of its own. */
    @SuppressWarnings("deprecation")
    public static Map<String, AwsRequest> all() {
        Map<String, AwsRequest> requests = new LinkedHashMap<>();
        requests.put(
                "CreateBucket",
                CreateBucketRequest.builder()
                        .bucket("bucket")
                        .acl("public-read")
                        .createBucketConfiguration(c -> c.locationConstraint("us-west-2"))
                        .build());
        requests.put("DeleteBucket", DeleteBucketRequest.builder().bucket("b.c").build());
        requests.put(
                "HeadBucket",
                HeadBucketRequest.builder()
                        .bucket("bucket")
                        .expectedBucketOwner("123456789012")
                        .build());
        requests.put(
                "ListBuckets",
                ListBucketsRequest.builder()
                        .maxBuckets(10)
                        .prefix("a b")
                        .continuationToken("t+/=")
                        .build());
        requests.put(
                "GetBucketLocation",
                GetBucketLocationRequest.builder().bucket("bucket").build());
        requests.put(
                "ListObjectsV2",
                ListObjectsV2Request.builder()
                        .bucket("bucket")
                        .prefix(KEY)
                        .delimiter("/")
                        .encodingType("url")
                        .maxKeys(7)
                        .fetchOwner(true)
                        .startAfter("ü")
                        .build());
        requests.put(
                "HeadObject",
                HeadObjectRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .ifMatch("\"e\"")
                        .ifModifiedSince(TIME)
                        .range("bytes=1-")
                        .checksumMode("ENABLED")
                        .partNumber(2)
                        .versionId("v")
                        .responseExpires(TIME)
                        .responseContentType("text/plain; charset=utf-8")
                        .build());
        requests.put(
                "DeleteObject",
                DeleteObjectRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .versionId("null")
                        .ifMatch("*")
                        .build());
        requests.put(
                "DeleteObjects",
                DeleteObjectsRequest.builder()
                        .bucket("bucket")
                        .delete(d -> d.quiet(true)
                                .objects(
                                        ObjectIdentifier.builder()
                                                .key(KEY + "<>\"")
                                                .build(),
                                        ObjectIdentifier.builder()
                                                .key("k")
                                                .versionId("v")
                                                .build()))
                        .build());
        requests.put(
                "CopyObject",
                CopyObjectRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .copySource("c/k%20l")
                        .copySourceIfUnmodifiedSince(TIME)
                        .metadataDirective("REPLACE")
                        .metadata(Map.of("one", "1", "two", "b  c"))
                        .storageClass("STANDARD_IA")
                        .serverSideEncryption("aws:kms")
                        .cacheControl("no-store")
                        .contentType("text/csv")
                        .tagging("a=b&c=d")
                        .build());
        requests.put(
                "CreateMultipartUpload",
                CreateMultipartUploadRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .checksumAlgorithm("SHA256")
                        .checksumType("COMPOSITE")
                        .contentDisposition("inline")
                        .contentType("image/png")
                        .metadata(Map.of("one", "1"))
                        .build());
        requests.put(
                "UploadPartCopy",
                UploadPartCopyRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .uploadId("u+/")
                        .partNumber(3)
                        .copySource("c/k")
                        .copySourceRange("bytes=0-9")
                        .build());
        requests.put(
                "CompleteMultipartUpload",
                CompleteMultipartUploadRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .uploadId("u+/")
                        .ifNoneMatch("*")
                        .multipartUpload(u -> u.parts(
                                CompletedPart.builder()
                                        .partNumber(1)
                                        .eTag("\"e1\"")
                                        .build(),
                                CompletedPart.builder()
                                        .partNumber(2)
                                        .eTag("\"e2\"")
                                        .build()))
                        .build());
        requests.put(
                "AbortMultipartUpload",
                AbortMultipartUploadRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .uploadId("u")
                        .build());
        requests.put(
                "ListParts",
                ListPartsRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .uploadId("u")
                        .maxParts(5)
                        .build());
        return requests;
    }
}
