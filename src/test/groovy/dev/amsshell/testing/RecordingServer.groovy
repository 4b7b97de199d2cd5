package dev.amsshell.testing

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ssl.SSLContext

/**
 * A server at an address of this machine that writes down every byte that reaches it, each a character of text,
 * and answers each request with what a closure says, bytes or text; null hangs up.
 */
@CompileStatic
final class RecordingServer implements Closeable {
    private final ServerSocket socket
    private final Closure<?> answer

    /** Head and body of each request. */
    final List<String> requests = new CopyOnWriteArrayList<>()

    /** How many connections were made. */
    volatile int connections

    /** Whether each connection ends with its first answer, so that nothing of it is left for the next. */
    volatile boolean hangsUp

    /** @param tls null for plain connections */
    RecordingServer(String address = '127.0.0.1', SSLContext tls = null, Closure<?> answer) {
        this.answer = answer
        def at = InetAddress.getByName(address)
        socket = tls == null ? new ServerSocket(0, 50, at) : tls.serverSocketFactory.createServerSocket(0, 50, at)
        Thread.startDaemon('recording server') {
            while (!socket.closed) {
                try {
                    def connection = socket.accept()
                    connections++
                    Thread.startDaemon { serve(connection) }
                } catch (IOException ignored) {
                    // it was closed, or nobody came to an understanding
                }
            }
        }
    }

    int getPort() {
        socket.localPort
    }

    String getRoot() {
        "http://127.0.0.1:$port/api/"
    }

    @Override
    void close() {
        socket.close()
    }

    private void serve(Socket connection) {
        connection.withCloseable {
            try {
                connection.tcpNoDelay = true
                def input = new BufferedInputStream(connection.inputStream)
                String request
                while ((request = read(input))) {
                    requests << request
                    def said = answer.call(request)
                    if (said == null) {
                        return
                    }
                    byte[] bytes = said instanceof byte[] ? (byte[]) said : said.toString().getBytes(StandardCharsets.UTF_8)
                    connection.outputStream.write(bytes)
                    connection.outputStream.flush()
                    if (hangsUp || new String(bytes, StandardCharsets.ISO_8859_1).contains('Connection: close')) {
                        return
                    }
                }
            } catch (IOException ignored) {
                // the client went away
            }
        }
    }

    private static String read(InputStream input) {
        def head = new StringBuilder()
        while (head.length() < 4 || head.substring(head.length() - 4) != '\r\n\r\n') {
            int next = input.read()
            if (next < 0) {
                return head.toString()
            }
            head.append((char) next)
        }
        def length = head =~ /(?i)\ncontent-length: *(\d+)/
        head.toString() + (length.find() ? new String(input.readNBytes(length.group(1) as int), StandardCharsets.ISO_8859_1) : '')
    }
}
