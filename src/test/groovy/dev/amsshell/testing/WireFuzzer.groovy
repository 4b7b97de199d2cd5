package dev.amsshell.testing

/** Sends requests in ways in which no client should: wrong lengths, broken chunks, half of it. */
final class WireFuzzer {

    private static final List<String> SIZES = ['zz', '', '-1', 'ffffffffffffffffff', '5;name=value', ' 5 ', '0x5', '0']

    private final Random random
    private final Spoiler spoiler

    WireFuzzer(Random random) {
        this.random = random
        this.spoiler = new Spoiler(random)
    }

    String text(RawRequest request, RawRequest next) {
        def whole = request.text()
        switch (random.nextInt(10)) {
            case 0..1: return withLength(request, length(request.body.length()))
            case 2: return chunked(request, [])
            case 3: return chunked(request, [['Content-Length', length(request.body.length())]])
            case 4: return whole.substring(0, random.nextInt(whole.length()))
            case 5: return whole.replace('\r\n', pick(['\n', '\r', '\r\n\r\n', '\r\n ', ' \r\n']))
            case 6: return whole.replaceFirst('HTTP/1.1', pick(['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9', 'http/1.1', 'HTTP', '', 'HTTP/1.1 x']))
            case 7: return whole + next.text()
            case 8: return pick(['\r\n', '\r\n' * 100, '\u0016\u0003\u0001\u0002\u0000', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\u0000', ' ', '{}']) + whole
            default:
                (1 + random.nextInt(5)).times { whole = spoiler.spoil(whole, Nasty.IN_TARGETS + Nasty.IN_BODIES) }
                return whole
        }
    }

    private static String withLength(RawRequest request, String length) {
        request.head(request.headers + [['Content-Length', length]]) + request.body
    }

    private String length(int real) {
        pick([real - 1, real - 7, real + 1, real + 1000, Integer.MAX_VALUE].collect { "$it".toString() } +
            Nasty.NUMBERS + ["$real\r\nContent-Length: ${real + 1}".toString(), "$real, $real".toString(), 'x'])
    }

    /** In chunks of fifty bytes, one of which may be broken. */
    private String chunked(RawRequest request, List<List<String>> more) {
        def parts = request.body.findAll(/(?s).{1,50}/).collect { [Integer.toHexString(it.length()), it, '\r\n'] }
        if (parts && random.nextBoolean()) {
            def part = pick(parts)
            random.nextBoolean() ? part.set(0, pick(SIZES)) : part.set(2, pick(['', '\n', 'x\r\n']))
        }
        def end = pick(['0\r\n\r\n', '0\r\n\r\n', '0\r\nTrailer: x\r\n\r\n', '0\r\n', '0', ''])
        request.head(request.headers + [['Transfer-Encoding', pick(['chunked', 'chunked', 'Chunked', 'gzip, chunked', 'identity'])]] + more) +
            parts.collect { size, data, closing -> "$size\r\n$data$closing" }.join('') + end
    }

    private <V> V pick(List<V> values) {
        values[random.nextInt(values.size())]
    }
}
