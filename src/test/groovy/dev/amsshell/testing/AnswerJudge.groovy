package dev.amsshell.testing

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.charset.StandardCharsets
import java.util.regex.Pattern
import javax.xml.parsers.DocumentBuilderFactory
import org.xml.sax.SAXException
import org.xml.sax.helpers.DefaultHandler

/** Says what is wrong with an answer, whatever was asked. */
final class AnswerJudge {

    /** 501 says on purpose that something is not supported; each other 5xx is a failure. */
    private static final String FAILURE = /HTTP\/1\.1 5(?!01)\d\d/

    private static final String INSIDE = /\tat |\bjavax?\.\w+\.|dev\.amsshell|com\.(sun|fasterxml)\.|Exception: |Error: |NullPointer|StackOverflow|OutOfMemory/

    private static final Pattern TROUBLE = Pattern.compile("$FAILURE|$INSIDE")
    private static final ObjectMapper JSON = new ObjectMapper()

    private AnswerJudge() {}

    /** Of all that came over a connection; null when there is nothing to complain of. */
    static String complaint(String received) {
        if (received && !received.startsWith('HTTP/1.1 ')) {
            return 'not HTTP'
        }
        def found = TROUBLE.matcher(received)
        found.find() ? 'it says ' + found.group() : null
    }

    /** Of one whole answer, its body too. */
    static String complaintOfOne(String answer) {
        def (head, body) = answer.split('\r\n\r\n', 2).toList() + ['', '']
        complaint(answer) ?: malformed(head, body.getBytes(StandardCharsets.ISO_8859_1))
    }

    private static String malformed(String head, byte[] body) {
        if (body.length == 0) {
            return null
        }
        try {
            switch (head) {
                case ~/(?is).*\ncontent-type: *application\/json.*/: JSON.readTree(body); break
                case ~/(?is).*\ncontent-type: *application\/(atom\+)?xml.*/: parseXml(body); break
            }
            return null
        } catch (IOException | SAXException e) {
            return "its body is malformed: $e.message"
        }
    }

    private static void parseXml(byte[] body) {
        def builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
        // The default handler writes to stderr.
        builder.setErrorHandler(new DefaultHandler())
        builder.parse(new ByteArrayInputStream(body))
    }
}
