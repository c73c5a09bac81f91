$version: "2.0"

namespace com.example.library

use aws.api#service
use aws.auth#sigv4
use aws.auth#unsignedPayload
use aws.protocols#httpChecksum
use aws.protocols#restJson1
use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#operationContextParams
use smithy.rules#staticContextParams
use smithy.waiters#waitable

/// <p>Lends books to <b>readers</b>.</p>
@title("Example Library")
@service(sdkId: "Example Library", arnNamespace: "library", endpointPrefix: "library")
@sigv4(name: "library")
@auth([sigv4])
@restJson1
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
@clientContextParams(Branch: {type: "string", documentation: "The branch."})
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: {builtIn: "AWS::Region", required: false, documentation: "The region.", type: "String"}
        Branch: {required: false, documentation: "The branch.", type: "String"}
        Shelf: {required: false, documentation: "The shelf.", type: "String"}
        Titles: {required: false, documentation: "The titles.", type: "stringArray"}
        Fast: {required: true, default: false, documentation: "Whether it is fast.", type: "Boolean"}
    }
    rules: [
        {
            conditions: [{fn: "isSet", argv: [{ref: "Shelf"}]}]
            endpoint: {
                url: "https://{Shelf}.library.example.com"
                properties: {authSchemes: [{name: "sigv4", signingName: "shelves", signingRegion: "us-east-1"}]}
                headers: {"x-shelf": ["{Shelf}"]}
            }
            type: "endpoint"
        }
        {
            conditions: [{fn: "isSet", argv: [{ref: "Region"}]}]
            rules: [
                {
                    conditions: [{fn: "booleanEquals", argv: [{ref: "Fast"}, true]}]
                    endpoint: {url: "https://fast.{Region}.example.com", properties: {}, headers: {}}
                    type: "endpoint"
                }
                {
                    conditions: [
                        {fn: "isSet", argv: [{ref: "Titles"}]}
                        {fn: "getAttr", argv: [{ref: "Titles"}, "[0]"], assign: "first"}
                    ]
                    endpoint: {url: "https://{first}.{Region}.example.com", properties: {}, headers: {}}
                    type: "endpoint"
                }
                {
                    conditions: []
                    endpoint: {url: "https://library.{Region}.example.com", properties: {}, headers: {}}
                    type: "endpoint"
                }
            ]
            type: "tree"
        }
        {conditions: [], error: "a region is needed", type: "error"}
    ]
})
service Library_20260131 {
    version: "2026-01-31"
    resources: [Book]
    operations: [Report, Ping]
    errors: [Busy]
    rename: {"com.example.other#Kind": "OtherKind"}
}

resource Book {
    identifiers: {bookId: BookId}
    create: AddBook
    read: GetBook
    list: ListBooks
    collectionOperations: [FindBooks]
    operations: [LendBook]
}

/// Adds a book.
@http(method: "POST", uri: "/books", code: 201)
@staticContextParams(Fast: {value: true})
@operationContextParams(Titles: {path: "titles[*]"})
@idempotent
operation AddBook {
    input := {
        @idempotencyToken
        token: String

        @required
        title: Title

        titles: TitleList

        @httpHeader("x-kind")
        kind: Kind

        other: com.example.other#Kind

        @jsonName("written-by")
        author: Author

        @timestampFormat("http-date")
        @httpHeader("x-printed")
        printed: Timestamp

        notes: Document

        secret: Secret
    }

    output := {
        @required
        bookId: BookId

        @httpResponseCode
        status: Integer
    }

    errors: [TitleTaken]
}

@readonly
@http(method: "GET", uri: "/books/{bookId}")
@waitable(
    BookLent: {
        documentation: "Waits until the book is lent."
        minDelay: 5
        maxDelay: 100
        acceptors: [
            {state: "success", matcher: {output: {path: "state", comparator: "stringEquals", expected: "LENT"}}}
            {state: "failure", matcher: {errorType: "TitleTaken"}}
            {state: "retry", matcher: {success: true}}
        ]
    }
    BookPages: {
        minDelay: 3
        maxDelay: 30
        acceptors: [
            {state: "success", matcher: {output: {path: "pages[].done", comparator: "allStringEquals", expected: "yes"}}}
            {state: "failure", matcher: {output: {path: "pages[].done", comparator: "anyStringEquals", expected: "no"}}}
            {state: "success", matcher: {output: {path: "lost", comparator: "booleanEquals", expected: "true"}}}
        ]
    }
)
operation GetBook {
    input := for Book {
        @required
        @httpLabel
        $bookId

        @httpQuery("shelf")
        @contextParam(name: "Shelf")
        shelf: String

        @httpQueryParams
        more: StringMap
    }

    output := with [Described] {
        /// The state.
        state: State

        pages: PageList

        lost: Boolean

        size: Size
    }
}

@mixin
structure Described {
    /// <p>What the book is about.</p>
    about: String

    @deprecated(message: "use about", since: "2025")
    summary: String
}

@readonly
@paginated(items: "books")
@http(method: "GET", uri: "/books")
operation ListBooks {
    input := {
        @httpQuery("nextToken")
        nextToken: String

        @httpQuery("maxResults")
        maxResults: Integer
    }

    output := {
        nextToken: String

        books: BookIds
    }
}

@http(method: "POST", uri: "/find")
@requestCompression(encodings: ["gzip"])
@auth([])
@deprecated
operation FindBooks {
    input := {
        @httpPayload
        filter: Filter
    }

    output := {
        @httpPrefixHeaders("x-found-")
        found: StringMap

        @httpPayload
        body: Blob
    }
}

@http(method: "PUT", uri: "/books/{bookId}/lend/{path+}?now")
@endpoint(hostPrefix: "lend-{region}.")
@httpChecksum(
    requestAlgorithmMember: "algorithm"
    requestChecksumRequired: true
    requestValidationModeMember: "mode"
    responseAlgorithms: ["CRC32", "SHA256"]
)
@optionalAuth
@unsignedPayload
@idempotent
operation LendBook {
    input := for Book {
        @required
        @httpLabel
        $bookId

        @required
        @httpLabel
        path: String

        @required
        @hostLabel
        region: String

        @httpHeader("x-algorithm")
        algorithm: Algorithm

        @httpHeader("x-mode")
        mode: Mode

        until: Timestamp
    }

    output := {
        sparse: SparseStrings
        sparseMap: SparseMap
        tree: Tree
    }
}

@http(method: "POST", uri: "/report")
@httpChecksumRequired
operation Report {
    input := {
        text: String
    }
}

@http(method: "POST", uri: "/ping")
operation Ping {}

@error("client")
@httpError(409)
structure TitleTaken {
    message: String
    title: Title
}

/// <p>There is too much to do.</p>
@error("server")
@httpError(503)
@retryable(throttling: true)
structure Busy {
    message: String

    @httpHeader("Retry-After")
    seconds: Integer
}

string BookId

@sensitive
string Secret

@length(min: 1, max: 100)
string Title

list TitleList {
    member: Title
}

list BookIds {
    member: BookId
}

map StringMap {
    key: String
    value: String
}

@sparse
list SparseStrings {
    member: String
}

@sparse
map SparseMap {
    key: String
    value: Integer
}

enum Kind {
    NOVEL = "novel"
    POEM = "poem"
}

enum State {
    FREE
    LENT
}

enum Algorithm {
    CRC32
    SHA256
}

enum Mode {
    ENABLED
}

integer Size

list PageList {
    member: Page
}

structure Page {
    @required
    number: Integer

    done: String

    @timestampFormat("date-time")
    read: Timestamp
}

/// <p>Who wrote it.</p>
union Author {
    /// <p>A person.</p>
    person: String

    group: TitleList

    nobody: Unit
}

structure Filter {
    @addedDefault
    @default("")
    text: String

    any: Filters
}

list Filters {
    member: Filter
}

structure Tree {
    left: Tree
    right: Tree
    weight: Double
}
