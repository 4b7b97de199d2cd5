package dev.amsshell.testing

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.WebSocket
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/** A real browser without a window and without a network, spoken to by its DevTools protocol. */
final class Chromium implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper()
    private static final long PATIENCE = 120

    /** What the page said to its console, threw, or was refused, and each address that it asked for. */
    final List<String> messages = new CopyOnWriteArrayList<>()
    final List<String> requests = new CopyOnWriteArrayList<>()

    private final Path folder = TemporaryFolder.named("chromium")
    private final Map<Integer, CompletableFuture<Map>> waiting = new ConcurrentHashMap<>()
    private final AtomicInteger number = new AtomicInteger()
    private final Process process
    private final WebSocket socket
    private final String session
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>()

    static boolean isInstalled() {
        return Tools.isThere('chromium', 'the pages in a browser', ['bash', '-c', 'command -v chromium'].execute().waitFor() == 0)
    }

    Chromium() {
        process = new ProcessBuilder('chromium', '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
            '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars',
            '--host-resolver-rules=MAP * ~NOTFOUND', '--remote-debugging-port=0', "--user-data-dir=$folder".toString(), 'about:blank')
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
        def said = new BufferedReader(new InputStreamReader(process.errorStream))
        def address = null
        while (address == null) {
            def line = said.readLine()
            assert line != null: 'chromium ended before it could be spoken to'
            address = (line =~ /DevTools listening on (ws:\S+)/).with { it.find() ? it.group(1) : null }
        }
        Thread.startDaemon { said.eachLine {} }
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), new Ear()).get(PATIENCE, TimeUnit.SECONDS)
        def target = send('Target.createTarget', [url: 'about:blank']).targetId
        session = send('Target.attachToTarget', [targetId: target, flatten: true]).sessionId
        ['Page', 'Network', 'Runtime', 'Log', 'Audits'].each { send("${it}.enable") }
        send('Network.emulateNetworkConditions', [offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0])
        send('Emulation.setFocusEmulationEnabled', [enabled: true])
        send('Browser.grantPermissions', [permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite']], null)
    }

    /** Calls a method of the protocol and waits for its answer. */
    Map send(String method, Map parameters = [:], String toSession = session) {
        def id = number.incrementAndGet()
        def answer = new CompletableFuture<Map>()
        waiting[id] = answer
        def message = [id: id, method: method, params: parameters] + (toSession ? [sessionId: toSession] : [:])
        socket.sendText(JSON.writeValueAsString(message), true).get(PATIENCE, TimeUnit.SECONDS)
        def told = answer.get(PATIENCE, TimeUnit.SECONDS)
        assert !told.error: "$method: $told.error"
        return told.result as Map
    }

    /** Opens a page and waits until all of it is there; forgets what others have said. */
    void open(Path page) {
        messages.clear()
        requests.clear()
        loaded = new CompletableFuture<>()
        send('Page.navigate', [url: page.toUri().toString()])
        loaded.get(PATIENCE, TimeUnit.SECONDS)
    }

    /** The value of an expression of JavaScript, once its promise is kept. */
    Object eval(String expression) {
        def told = send('Runtime.evaluate', [expression: expression, returnByValue: true, awaitPromise: true, userGesture: true])
        assert !told.exceptionDetails: told.exceptionDetails
        return told.result.value
    }

    /** Presses a key that is held by no other. */
    void press(String key, String text = null) {
        def codes = [Enter: 13, Tab: 9, ' ': 32]
        def parameters = [key: key, code: key == ' ' ? 'Space' : key, windowsVirtualKeyCode: codes[key]] + (text ? [text: text] : [:])
        send('Input.dispatchKeyEvent', [type: 'keyDown'] + parameters)
        send('Input.dispatchKeyEvent', [type: 'keyUp'] + parameters)
    }

    /**
     * Shows pages as they would look elsewhere.
     *
     * @param with such as 'prefers-color-scheme': 'dark'
     */
    void media(String type, Map<String, String> with = [:]) {
        send('Emulation.setEmulatedMedia', [media: type, features: with.collect { name, value -> [name: name, value: value] }])
    }

    void width(int columns) {
        send('Emulation.setDeviceMetricsOverride', [width: columns, height: 900, deviceScaleFactor: 1, mobile: false])
    }

    /** The whole page as a PNG. */
    byte[] picture(Map clip = null) {
        def size = send('Page.getLayoutMetrics').cssContentSize
        def area = clip ?: [x: 0, y: 0, width: size.width, height: size.height]
        return send('Page.captureScreenshot', [captureBeyondViewport: true, clip: area + [scale: 1]]).data.decodeBase64()
    }

    @Override
    void close() {
        process.destroy()
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor()
        }
        folder.toFile().deleteDir()
    }

    private void hear(Map message) {
        if (message.id != null) {
            waiting.remove(message.id as int).complete(message)
            return
        }
        def told = message.params as Map
        switch (message.method) {
            case 'Page.loadEventFired': loaded.complete(null); break
            case 'Network.requestWillBeSent': requests << (told.request.url as String); break
            case 'Runtime.consoleAPICalled': messages << "console: $told.args".toString(); break
            case 'Runtime.exceptionThrown': messages << "thrown: $told.exceptionDetails".toString(); break
            case 'Log.entryAdded': messages << "log: $told.entry".toString(); break
            case 'Audits.issueAdded': messages << "issue: $told.issue".toString(); break
        }
    }

    /** Puts the pieces of messages together. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder()

        @Override
        CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
            heard.append(data)
            if (isLast) {
                def message = JSON.readValue(heard.toString(), Map)
                heard.setLength(0)
                hear(message)
            }
            socket.request(1)
            return null
        }
    }
}
