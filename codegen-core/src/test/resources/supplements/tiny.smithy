$version: "2.0"

namespace com.example.tiny

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "Tiny", endpointPrefix: "tiny")
@sigv4(name: "tiny")
@restJson1
@title("Tiny Service")
service TinyService {
    version: "2026-01-31"
    operations: [GetBox, ListBoxes, CreateBox, Export, Upload, CompleteUpload, Predict]
}

@http(method: "GET", uri: "/{account}/boxes/{zone}")
operation GetBox {
    input: GetBoxRequest
    output: GetBoxResponse
}

@http(method: "GET", uri: "/{account}/boxes")
operation ListBoxes {
    input: ListBoxesRequest
}

@http(method: "POST", uri: "/boxes")
operation CreateBox {
    input: CreateBoxRequest
}

@http(method: "POST", uri: "/export")
operation Export {
    input: ExportRequest
}

@http(method: "POST", uri: "/{account}/archives")
operation Upload {
    input: UploadRequest
}

@http(method: "POST", uri: "/{account}/uploads")
operation CompleteUpload {
    input: CompleteUploadRequest
}

@http(method: "POST", uri: "/predict")
operation Predict {
    input: PredictRequest
}

structure GetBoxRequest {
    /// The account.
    @required
    @httpLabel
    account: Text

    /// The zone.
    @required
    @httpLabel
    zone: Id
}

structure GetBoxResponse {
    @required
    account: Text

    zone: Id
}

structure ListBoxesRequest {
    @required
    @httpLabel
    account: Text

    @httpQuery("after")
    after: Id
}

structure CreateBoxRequest {
    parent: Id
    nested: Nested

    /// The placement.
    placement: Placement
}

structure Placement {
    place: Place
    zone: Id
    size: Number
}

structure Wish {
    place: Text
}

structure Nested {
    account: Text
    zone: Id
}

structure ExportRequest {
    @httpHeader("accept")
    accepts: Text

    placement: Wish
}

structure UploadRequest {
    @required
    @httpLabel
    account: Text

    /// The checksum
    @httpHeader("x-tree-hash")
    checksum: Text

    @httpPayload
    body: Body = ""
}

structure CompleteUploadRequest {
    @required
    @httpLabel
    account: Text

    @httpHeader("x-tree-hash")
    checksum: Text
}

structure PredictRequest {
    /// The URL.
    @required
    url: Text

    account: Number
}

@streaming
blob Body

string Id

integer Number

enum Place {
    TINY_2 = "tiny-2"
}

string Text
