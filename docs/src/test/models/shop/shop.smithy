$version: "2"

namespace com.example.shop

use smithy.protocols#rpcv2Cbor

/// Sells articles.
@rpcv2Cbor
@httpBearerAuth
service Shop {
    version: "2026-11-01"
    operations: [GetArticle, PlaceOrder]
    errors: [UnknownArticle]
}

/// Looks up one article.
@readonly
operation GetArticle {
    input := {
        @required
        articleId: String
    }

    output := {
        @required
        article: Article
    }
}

/// Orders an article.
operation PlaceOrder {
    input := {
        @required
        articleId: String

        /// Recognises an order that is sent twice.
        @idempotencyToken
        token: String

        packing: Packing
    }

    output := {
        @required
        orderId: String

        @required
        placedAt: Timestamp
    }
}

structure Article {
    @required
    name: String

    /// The price in cents.
    @required
    price: Long

    size: Size
}

structure Packing {
    /// How many parcels there may be.
    parcels: Integer = 1

    gift: Boolean = false
}

enum Size {
    SMALL = "small"
    LARGE = "large"
}

/// There is no such article.
@error("client")
@httpError(404)
structure UnknownArticle {
    message: String
}
