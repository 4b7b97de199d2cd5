package dev.amsshell.testing

import com.fasterxml.jackson.core.JsonParser
import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.OffsetDateTime

/** Reads an HTTP archive as strictly as the description of HAR 1.2 says (http://www.softwareishard.com/blog/har-12-spec). */
final class HarChecker {
    private static final ObjectMapper JSON = new ObjectMapper()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)

    private HarChecker() {}

    /** The entries of a file that is right in all that is required. */
    static List<JsonNode> entries(Path file) {
        entries(Files.readAllBytes(file))
    }

    static List<JsonNode> entries(byte[] bytes) {
        def root = JSON.readTree(bytes)
        only(root, ['log'], [])
        def log = root.log
        only(log, ['version', 'creator', 'entries'], ['browser', 'pages', 'comment'])
        assert log.version.asText() == '1.2'
        only(log.creator, ['name', 'version'], ['comment'])
        texts(log.creator, 'name', 'version')
        assert log.entries.isArray()
        log.entries.each { entry(it) }
        log.entries.toList()
    }

    private static void entry(JsonNode entry) {
        only(entry, ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'], ['pageref', 'serverIPAddress', 'connection', 'comment'])
        OffsetDateTime.parse(entry.startedDateTime.textValue())
        assert entry.time.isNumber() && entry.time.asDouble() >= 0
        assert entry.cache.isObject()
        only(entry.timings, ['send', 'wait', 'receive'], ['blocked', 'dns', 'connect', 'ssl', 'comment'])
        assert ['send', 'wait', 'receive'].every { entry.timings[it].isNumber() && entry.timings[it].asDouble() >= 0 }
        assert Math.abs(['send', 'wait', 'receive'].sum { entry.timings[it].asDouble() } - entry.time.asDouble()) < 0.001
        request(entry.request)
        response(entry.response)
    }

    private static void request(JsonNode request) {
        only(request, ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'], ['postData', 'comment'])
        texts(request, 'method', 'url', 'httpVersion')
        integers(request, 'headersSize', 'bodySize')
        assert URI.create(request.url.textValue()).absolute
        pairs(request.cookies)
        pairs(request.headers)
        pairs(request.queryString)
        if (request.has('postData')) {
            only(request.postData, ['mimeType', 'text'], ['params', 'comment'])
            texts(request.postData, 'mimeType', 'text')
        }
    }

    private static void response(JsonNode response) {
        only(response, ['status', 'statusText', 'httpVersion', 'cookies', 'headers', 'content', 'redirectURL', 'headersSize', 'bodySize'], ['comment'])
        integers(response, 'status', 'headersSize', 'bodySize')
        texts(response, 'statusText', 'httpVersion', 'redirectURL')
        pairs(response.cookies)
        pairs(response.headers)
        only(response.content, ['size', 'mimeType'], ['compression', 'text', 'encoding', 'comment'])
        integers(response.content, 'size')
        texts(response.content, 'mimeType')
        if (response.content.has('encoding')) {
            assert response.content.encoding.asText() == 'base64'
            response.content.text.textValue().decodeBase64()
        }
    }

    private static void pairs(JsonNode list) {
        assert list.isArray()
        list.each {
            only(it, ['name', 'value'], ['comment'])
            texts(it, 'name', 'value')
        }
    }

    private static void only(JsonNode object, List<String> required, List<String> others) {
        assert object.isObject()
        def names = object.fieldNames().toList()
        assert names.containsAll(required)
        assert (names - required - others) == []
    }

    private static void texts(JsonNode object, String... names) {
        names.each { assert object[it].isTextual(): "$it in $object" }
    }

    private static void integers(JsonNode object, String... names) {
        names.each { assert object[it].isIntegralNumber(): "$it in $object" }
    }
}
