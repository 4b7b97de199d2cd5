package dev.amsshell.testing

import groovy.transform.Immutable
import java.nio.charset.StandardCharsets

/** A request as it goes over the wire; each character is one byte. */
@Immutable
final class RawRequest {

    String method
    String target
    /** Names and values, in order; Content-Length is added to them. */
    List<List<String>> headers
    String body

    /** The same with other members. */
    RawRequest but(Map<String, Object> members) {
        new RawRequest([method: method, target: target, headers: headers, body: body] + members)
    }

    /** The same with one header more, or with another value of it. */
    RawRequest with(String name, String value) {
        but(headers: without(name).headers + [[name, value]])
    }

    RawRequest without(String name) {
        but(headers: headers.findAll { !it[0].equalsIgnoreCase(name) })
    }

    /** Its bytes as text. */
    String text() {
        def length = body || method in ['POST', 'PUT', 'MERGE', 'PATCH'] ? [['Content-Length', "${body.length()}"]] : []
        head(headers + length) + body
    }

    /** Everything before the body. */
    String head(List<List<String>> fields) {
        "$method $target HTTP/1.1\r\n" + fields.collect { "${it[0]}: ${it[1]}\r\n" }.join('') + '\r\n'
    }

    /** Text in UTF-8, each byte as a character. */
    static String utf8(String text) {
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
    }
}
