package dev.amsshell.testing

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList

/**
 * A proxy on loopback that writes down what it is asked, and leads where a closure says: a number is the port of
 * this machine that stands for the host that was asked for, text is what it answers itself; null hangs up.
 */
@CompileStatic
final class ConnectProxy implements Closeable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))
    private final Closure<?> way

    /** The head of each request. */
    final List<String> requests = new CopyOnWriteArrayList<>()

    ConnectProxy(Closure<?> way) {
        this.way = way
        Thread.startDaemon('proxy') {
            while (!socket.closed) {
                try {
                    def connection = socket.accept()
                    Thread.startDaemon { serve(connection) }
                } catch (IOException ignored) {
                    // it was closed
                }
            }
        }
    }

    int getPort() {
        socket.localPort
    }

    /** What the environment says to go this way. */
    Map<String, String> environment(String user = '') {
        [https_proxy: "http://${user ? user + '@' : ''}127.0.0.1:$port".toString()]
    }

    @Override
    void close() {
        socket.close()
    }

    private void serve(Socket client) {
        client.withCloseable {
            try {
                def head = readHead(client.inputStream)
                requests << head
                def said = way.call(head)
                if (!(said instanceof Integer)) {
                    client.outputStream.write(said == null ? new byte[0] : said.toString().getBytes(StandardCharsets.UTF_8))
                    client.shutdownOutput()
                    // whatever it says after that is for the record
                    requests << new String(client.inputStream.readAllBytes(), StandardCharsets.ISO_8859_1)
                    return
                }
                new Socket('127.0.0.1', said as int).withCloseable { server ->
                    client.outputStream.write('HTTP/1.1 200 Connection established\r\n\r\n'.getBytes(StandardCharsets.UTF_8))
                    Thread.startDaemon { pipe(client, server) }
                    pipe(server, client)
                }
            } catch (IOException ignored) {
                // one of them went away
            }
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.inputStream.transferTo(to.outputStream)
            to.shutdownOutput()
        } catch (IOException | UnsupportedOperationException ignored) {
            // one of them went away
        }
    }

    private static String readHead(InputStream input) {
        def head = new StringBuilder()
        while (head.length() < 4 || head.substring(head.length() - 4) != '\r\n\r\n') {
            int next = input.read()
            if (next < 0) {
                break
            }
            head.append((char) next)
        }
        head.toString()
    }
}
