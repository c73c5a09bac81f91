$version: "2.0"

namespace com.example.other

enum Kind {
    FOREIGN
}
