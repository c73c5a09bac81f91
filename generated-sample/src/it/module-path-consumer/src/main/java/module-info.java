module com.example.consumer {
    requires dev.whittle.bedrockagentcore;
    requires jdk.httpserver;
}
