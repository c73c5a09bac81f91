$version: "2.0"

namespace com.example

@aws.protocols#awsJson1_1
service Shop {
    version: "1"
    operations: [Watch]
}

operation Watch {
    output := {
        @required
        picture: Picture
    }
}

@streaming
blob Picture
