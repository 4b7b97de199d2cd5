package dev.amsshell.testing

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets

/** Bytes to a server and back, each a character of text. A server that is silent for ten seconds is a failure. */
@CompileStatic
final class RawConnection {

    private static final int DEADLINE = 10_000

    private final int port
    private Socket socket
    private InputStream input

    RawConnection(int port) {
        this.port = port
    }

    /** One request and its one answer; the connection is used again. Empty when it was closed without one. */
    String exchange(String request) {
        if (socket == null) {
            open()
        }
        try {
            send(request)
            def head = readHead()
            while (head.startsWith('HTTP/1.1 1')) {
                head = readHead()
            }
            def length = head =~ /(?i)\ncontent-length: *(\d+)/
            boolean sized = length.find() && !request.startsWith('HEAD ')
            def answer = head + (sized ? readBody(length.group(1) as int) : '')
            if (!sized || head =~ /(?i)\nconnection: *close/) {
                close()
            }
            return answer
        } catch (SocketTimeoutException e) {
            throw e
        } catch (IOException closed) {
            close()
            return ''
        }
    }

    /** Sends, closes our half, and gives all that comes back until the server closes its own. */
    String sendAndHangUp(String bytes) {
        close()
        open()
        def received = new ByteArrayOutputStream()
        try {
            send(bytes)
            socket.shutdownOutput()
            input.transferTo(received)
        } catch (SocketTimeoutException e) {
            throw e
        } catch (IOException closed) {
            // What came before counts.
        }
        close()
        received.toString(StandardCharsets.ISO_8859_1)
    }

    void close() {
        socket?.close()
        socket = null
    }

    private void open() {
        socket = new Socket('127.0.0.1', port)
        socket.soTimeout = DEADLINE
        socket.tcpNoDelay = true
        // Ports would run out if each lingered for a minute.
        socket.setSoLinger(true, 0)
        input = new BufferedInputStream(socket.inputStream)
    }

    private void send(String bytes) {
        socket.outputStream.write(bytes.getBytes(StandardCharsets.ISO_8859_1))
    }

    private String readHead() {
        def head = new StringBuilder()
        while (head.length() < 4 || head.substring(head.length() - 4) != '\r\n\r\n') {
            int next = input.read()
            if (next < 0) {
                return ''
            }
            head.append((char) next)
        }
        head.toString()
    }

    private String readBody(int length) {
        new String(input.readNBytes(length), StandardCharsets.ISO_8859_1)
    }
}
