package dev.whittle.interop.support;

/** One way in which a response names its error; {@code %s} is the name. */
public enum ErrorNaming {
    TYPE("", "__type", "%s", true),
    TYPE_WITH_NAMESPACE("", "__type", "com.amazonaws.service.v20120810#%s", true),
    TYPE_WITH_URI("", "__type", "%s:http://internal.amazon.com/coral/service/", false),
    TYPE_WITH_NAMESPACE_AND_URI(
            "", "__type", "com.amazonaws.service#%s:http://internal.amazon.com/coral/service/", false),
    CODE("", "code", "%s", false),
    CODE_WITH_NAMESPACE("", "code", "com.amazonaws.service#%s", false),
    HEADER("%s", "other", "", true),
    HEADER_WITH_URI("%s:http://internal.amazon.com/coral/service/", "other", "", true),
    HEADER_BEFORE_TYPE("%s", "__type", "com.amazonaws.service#Other", true);

    private final String header;
    private final String member;
    private final String value;
    private final boolean knownToSdk;

    ErrorNaming(String header, String member, String value, boolean knownToSdk) {
        this.header = header;
        this.member = member;
        this.value = value;
        this.knownToSdk = knownToSdk;
    }

    /** Whether the AWS SDK finds the name. Where it does not, Smithy's specification of the protocol says where it is. */
    public boolean isKnownToSdk() {
        return knownToSdk;
    }

    /** The response with that error. */
    public Answer answer(int status, String name, String message) {
        Answer answer = Answer.json(
                status, "{\"" + member + "\":\"" + String.format(value, name) + "\",\"message\":\"" + message + "\"}");
        return header.isEmpty() ? answer : answer.with("x-amzn-errortype", String.format(header, name));
    }
}
