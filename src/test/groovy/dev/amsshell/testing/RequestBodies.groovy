package dev.amsshell.testing

/** Bodies of requests in all representations (wire sheet 5.5, 6.4 and 9). */
final class RequestBodies {

    private static final String METADATA = 'http://schemas.microsoft.com/ado/2007/08/dataservices'

    private final URI root
    private final String asset
    private final String processor

    RequestBodies(URI root, String asset, String processor) {
        this.root = root
        this.asset = asset
        this.processor = processor
    }

    String verboseJob() {
        """{"Name":"東京","InputMediaAssets":[{"__metadata":{"uri":"${root}Assets('${asset.replace(':', '%3A')}')"}}],"Tasks":[${task(0)}]}"""
    }

    String minimalJob() {
        """{"Name":"N","Priority":1,"InputMediaAssets@odata.bind":["${root}Assets('$asset')"],"Tasks":[${task(0)},${task(1)}]}"""
    }

    String endPoint() {
        '{"Name":"n","EndPointAddress":"queue","EndPointType":1}'
    }

    /** A task for the first input asset, and an output asset of its own. */
    private static String taskBody(int output) {
        '<?xml version="1.0" encoding="utf-8"?><taskBody><inputAsset>JobInputAsset(0)</inputAsset>' +
            "<outputAsset assetName=\"größe\">JobOutputAsset($output)</outputAsset></taskBody>"
    }

    private String task(int output) {
        """{"Name":"t","Configuration":"Adaptive Streaming","MediaProcessorId":"$processor","TaskBody":"${taskBody(output).replace('"', '\\"')}"}"""
    }

    String atomJob() {
        entry("<link rel=\"$METADATA/related/InputMediaAssets\" type=\"application/atom+xml;type=feed\" href=\"${root}Assets('$asset')\" />" +
            "<link rel=\"$METADATA/related/Tasks\" type=\"application/atom+xml;type=feed\"><m:inline><feed>${atomTask(0)}</feed></m:inline></link>",
            '<d:Name>größe</d:Name><d:Priority m:type="Edm.Int32">1</d:Priority><d:TemplateId m:null="true" />')
    }

    String atomPriority() {
        entry('', '<d:Priority m:type="Edm.Int32">7</d:Priority>')
    }

    private String atomTask(int output) {
        entry('', "<d:Configuration>H264</d:Configuration><d:MediaProcessorId>$processor</d:MediaProcessorId>" +
            "<d:TaskBody>${taskBody(output).replace('&', '&amp;').replace('<', '&lt;')}</d:TaskBody>")
    }

    private static String entry(String links, String properties) {
        "<entry xmlns=\"http://www.w3.org/2005/Atom\" xmlns:d=\"$METADATA\" xmlns:m=\"$METADATA/metadata\">" +
            "$links<content type=\"application/xml\"><m:properties>$properties</m:properties></content></entry>"
    }

    String jsonBatch() {
        changeset(['Jobs': minimalJob(), '$1/Tasks': task(1)], 'application/json')
    }

    String atomBatch() {
        changeset(['Jobs': atomJob(), '$1/Tasks': atomTask(1)], 'application/atom+xml;type=entry')
    }

    /** Two reads, of which one fails. */
    String readBatch() {
        ['Jobs?$top=1', 'None'].collect { part('batch_1', "GET ${root}$it HTTP/1.1\r\nAccept: application/json\r\n\r\n") }.join('') +
            '--batch_1--\r\n'
    }

    private String changeset(Map<String, String> bodies, String type) {
        int id = 0
        def parts = bodies.collect { path, body ->
            part('changeset_1', "POST ${root}$path HTTP/1.1\r\nContent-ID: ${++id}\r\nContent-Type: $type\r\n" +
                "Content-Length: ${body.getBytes('UTF-8').length}\r\nDataServiceVersion: 3.0;NetFx\r\n\r\n$body\r\n")
        }
        "--batch_1\r\nContent-Type: multipart/mixed; boundary=changeset_1\r\n\r\n${parts.join('')}--changeset_1--\r\n--batch_1--\r\n"
    }

    private static String part(String boundary, String request) {
        "--$boundary\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n$request"
    }
}
