package dev.whittle.codegen.parsed;

/**
 * How an operation uses HTTP.
 *
 * @param pointer where the model says so: a JSON pointer
 * @param method the method as written
 * @param uri the request URI as written
 * @param status the status of an answer that is no error
 */
public record ParsedHttp(String pointer, String method, String uri, int status) {}
