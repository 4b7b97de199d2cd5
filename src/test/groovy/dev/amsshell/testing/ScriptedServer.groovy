package dev.amsshell.testing

import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList

/**
 * A server on loopback that answers each request with the next of the given raw answers, and remembers
 * each request as the bytes said it. The last answer serves all requests that follow.
 */
final class ScriptedServer implements Closeable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))
    private final List<byte[]> answers
    private final Thread acceptor
    private int answered

    /** Request lines and headers, one text a request. */
    final List<String> requests = new CopyOnWriteArrayList<>()

    /** How many connections were made. */
    volatile int connections

    ScriptedServer(String... answers) {
        this.answers = answers.collect { it.getBytes(StandardCharsets.UTF_8) }
        acceptor = Thread.startDaemon('scripted server') {
            while (!socket.closed) {
                try {
                    def connection = socket.accept()
                    connections++
                    Thread.startDaemon { serve(connection) }
                } catch (SocketException ignored) {
                    return
                }
            }
        }
    }

    static String json(String body) {
        return json(body, 200)
    }

    static String json(String body, int status) {
        return answer(body, status, 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8')
    }

    static String answer(String body, int status, String type, String... headers) {
        def extra = headers.collect { it + '\r\n' }.join('')
        def length = body.getBytes(StandardCharsets.UTF_8).length
        return "HTTP/1.1 $status X\r\nContent-Type: $type\r\nContent-Length: $length\r\n$extra\r\n$body"
    }

    String getRoot() {
        return "http://127.0.0.1:${socket.localPort}/api/"
    }

    int getPort() {
        return socket.localPort
    }

    List<String> getRequestLines() {
        return requests.collect { it.readLines().first() }
    }

    /** Nobody can connect any more; until it has ended, an accept still takes whoever comes. */
    @Override
    void close() {
        socket.close()
        acceptor.join()
    }

    private void serve(Socket connection) {
        connection.withCloseable {
            try {
                def request
                while ((request = read(connection.inputStream))) {
                    requests << request
                    def bytes
                    synchronized (this) {
                        bytes = answers[Math.min(answered++, answers.size() - 1)]
                    }
                    connection.outputStream.write(bytes)
                    connection.outputStream.flush()
                    def text = new String(bytes, StandardCharsets.UTF_8)
                    // an answer that promises more than it holds ends with its connection
                    if (!text || text.contains('Connection: close')) {
                        return
                    }
                }
            } catch (IOException ignored) {
                // the client went away
            }
        }
    }

    private static String read(InputStream input) {
        def text = new StringBuilder()
        int c
        while (!text.toString().endsWith('\r\n\r\n')) {
            if ((c = input.read()) < 0) {
                return null
            }
            text.append((char) c)
        }
        return text.toString()
    }
}
