package dev.amsshell.testing

import dev.amsshell.sandbox.odata.Edm
import dev.amsshell.sandbox.odata.EntityType
import dev.amsshell.sandbox.odata.KeyForm
import dev.amsshell.sandbox.odata.Property
import java.time.Instant

/** Rows with a property of each type, most of which may be null, and few different values, so that they meet. */
final class SampleRows {

    static final int COUNT = 12
    static final List<String> TEXTS = [
        '', 'a', 'A', 'Enc', 'Encoding', 'Encoding x', "it's", "''", "'", 'a+b', '100%', '%27', '%', 'a(b', 'x,y', 'and', 'eq', ' x ',
        'Größe', '東京', '😀', 'x😀y', '\ufffd', 'tab\there', 'line\nbreak', 'back\\slash', '"', '&=#?/;', '\u0000', 'null', '4', 'x' * 300]
    static final List<Integer> INTS = [-1, 0, 1, 2, 3, 5, 10, 300, Integer.MAX_VALUE, Integer.MIN_VALUE]
    static final List<Long> LONGS = [0L, 1L, 5L, -3_000_000_000L, 3_000_000_000L, 9007199254740993L, Long.MAX_VALUE, Long.MIN_VALUE]
    static final List<Double> DOUBLES = [0d, 0.5d, -0.5d, 1d, 5d, 0.1d, 1e6d, 1.5e-3d, 12345.678d, 9007199254740992d, 1e308d, -1e308d]
    static final List<Instant> DATES = [
        '0001-01-01T00:00:00Z', '2015-02-11T01:46:00Z', '2015-02-11T01:46:08Z', '2015-02-11T01:46:08.897Z', '2015-02-11T01:46:08.8970001Z',
        '2015-12-31T23:59:59.9999999Z', '2016-02-29T00:00:00Z', '9999-12-31T23:59:59.5Z'].collect { Instant.parse(it) }
    static final List<String> GUIDS = ['00000000-0000-0000-0000-000000000000', 'f3c43f94-327f-2347-90bb-3bf79f8559f1']

    private static final Map<String, Edm> TYPES = [
        Id: Edm.STRING, Name: Edm.STRING, Created: Edm.DATE_TIME, Ended: Edm.DATE_TIME, Priority: Edm.INT32, Size: Edm.INT64,
        Duration: Edm.DOUBLE, Public: Edm.BOOLEAN, Owner: Edm.GUID]
    static final List<String> NAMES = TYPES.keySet().toList()

    static final EntityType<Map> TYPE = new EntityType<>('Samples', 'Sample', new Key(), [], TYPES.collect { name, type ->
        new Property<Map>(name, type, { row -> row[name] })
    })

    private SampleRows() {}

    static List<Map> make(Random random) {
        def pick = { List values -> values[random.nextInt(values.size())] }
        def orNull = { List values -> random.nextInt(4) ? pick(values) : null }
        (0..<COUNT).collect { i ->
            [Id: 'nb:x:' + i, Name: orNull(TEXTS), Created: pick(DATES), Ended: orNull(DATES), Priority: orNull(INTS), Size: orNull(LONGS),
             Duration: orNull(DOUBLES), Public: orNull([true, false]), Owner: orNull(GUIDS)]
        }
    }

    /** Such as nb:x:7, in any letter case. */
    private static final class Key implements KeyForm {

        @Override
        Optional<String> canonical(String text) {
            text ==~ /(?i)nb:x:\d+/ ? Optional.of(text.toLowerCase()) : Optional.empty()
        }

        @Override
        String description() {
            'nb:x:<number>'
        }

        @Override
        String inAddress(String key) {
            "'$key'"
        }
    }
}
