package dev.amsshell.testing

/** Makes requests of the corpus worse. */
final class RequestFuzzer {

    /** Headers that decide where a request ends, or what becomes of its connection. */
    private static final List<String> FRAMING = ['content-length', 'transfer-encoding', 'expect', 'connection', 'upgrade']

    private final List<RawRequest> corpus
    private final Random random
    private final Spoiler spoiler
    private final WireFuzzer wire

    RequestFuzzer(List<RawRequest> corpus, Random random) {
        this.corpus = corpus
        this.random = random
        this.spoiler = new Spoiler(random)
        this.wire = new WireFuzzer(random)
    }

    /**
     * What to send.
     *
     * @param framed whether it is one request to which there is one answer
     */
    record Fuzzed(String text, boolean framed) {}

    Fuzzed next() {
        def request = pick(corpus)
        random.nextInt(4).times { request = worse(request) }
        if (random.nextInt(4) == 0) {
            return new Fuzzed(wire.text(request, pick(corpus)), false)
        }
        new Fuzzed(request.text(), isFramed(request))
    }

    private RawRequest worse(RawRequest request) {
        switch (random.nextInt(request.body ? 10 : 6)) {
            case 0: return request.but(target: pick(Nasty.TARGETS))
            case 1: return request.but(method: random.nextInt(8) ? pick(Nasty.METHODS) : spoiler.spoil(request.method, Nasty.IN_TARGETS))
            case 2: return request.but(headers: worseHeaders(request.headers))
            case 3..5: return request.but(target: spoiler.spoil(request.target, Nasty.IN_TARGETS))
            case 6: return request.but(body: pick(corpus).body)
            default: return request.but(body: spoiler.spoil(request.body, Nasty.IN_BODIES))
        }
    }

    private List<List<String>> worseHeaders(List<List<String>> headers) {
        def one = pick(headers)
        switch (random.nextInt(7)) {
            case 0: return headers - [one]
            case 1: return headers + [one]
            case 2: return [[one[0], pick(Nasty.NUMBERS)]] + headers
            case 3: return headers - [one] + [[spoiler.spoil(one[0], Nasty.IN_TARGETS), one[1]]]
            case 4: return headers - [one] + [[one[0], spoiler.spoil(one[1], Nasty.IN_TARGETS)]]
            case 5: return headers + (0..random.nextInt(150)).collect { ['X-' + it, 'x'] }
            default:
                def other = pick(Nasty.HEADERS)
                return headers.findAll { it[0] != other[0] } + [other]
        }
    }

    private static boolean isFramed(RawRequest request) {
        def words = [request.method, request.target] + request.headers.flatten()
        !words.any { it =~ /[\r\n]/ } && !request.headers.any { it[0].strip().toLowerCase() in FRAMING }
    }

    private <V> V pick(List<V> values) {
        values[random.nextInt(values.size())]
    }
}
