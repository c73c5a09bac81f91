$version: "2.0"

namespace com.example

@aws.protocols#restJson1
service Shop {
    version: "1"
    operations: [Watch]
}

@http(method: "POST", uri: "/watch")
operation Watch {
    output := {
        inner: Inner
    }
}

structure Inner {
    @required
    picture: Picture
}

@streaming
blob Picture
