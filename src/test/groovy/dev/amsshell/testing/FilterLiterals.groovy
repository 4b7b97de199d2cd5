package dev.amsshell.testing

import dev.amsshell.testing.FilterTree.Literal
import java.time.Instant
import java.time.LocalDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter

/** Values of {@link SampleRows}, in all the ways in which a filter can spell them. */
final class FilterLiterals {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")

    private final Random random

    FilterLiterals(Random random) {
        this.random = random
    }

    Literal text() {
        String text = pick(SampleRows.TEXTS)
        new Literal("'" + text.replace("'", "''") + "'", text)
    }

    /** An id is the same in any letter case. */
    Literal id() {
        String id = 'nb:x:' + random.nextInt(SampleRows.COUNT + 2)
        new Literal("'${random.nextBoolean() ? id : id.toUpperCase()}'", id)
    }

    Literal guid() {
        String guid = pick(SampleRows.GUIDS)
        new Literal("guid'${random.nextBoolean() ? guid : guid.toUpperCase()}'", guid)
    }

    Literal number() {
        switch (random.nextInt(4)) {
            case 0: return whole(pick(SampleRows.INTS))
            case 1: return whole(pick(SampleRows.LONGS))
            case 2: return broken(pick(SampleRows.INTS) as Double)
            default: return broken(pick(SampleRows.DOUBLES))
        }
    }

    private Literal whole(Number number) {
        new Literal(number.toString() + pick(['', '', 'L', 'l']), number as Long)
    }

    private Literal broken(Double number) {
        def plain = new BigDecimal(number.toString()).toPlainString()
        def text = pick([
            number.toString(),
            number.toString().toLowerCase(),
            number.toString().replaceFirst(/E(?=\d)/, 'E+'),
            plain.size() < 300 && plain.contains('.') ? plain + '00' : number.toString()])
        new Literal(text + pick(['', '', 'd', 'D', 'm', 'M', 'f', 'F']), number)
    }

    /** With or without seconds, fraction and zone. */
    Literal date() {
        Instant instant = pick(SampleRows.DATES)
        // Next to the first and the last year another zone has a year that cannot be written.
        boolean inner = instant.toString() > '0002' && instant.toString() < '9999'
        def zone = inner ? ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 14 * 60) - 14 * 60)) : ZoneOffset.UTC
        def local = LocalDateTime.ofInstant(instant, zone)
        def written = zone == ZoneOffset.UTC ? pick(['', 'Z', '+00:00', '-00:00']) : zone.id
        new Literal("datetime'${local.format(TO_THE_MINUTE)}${seconds(local)}$written'", instant)
    }

    private String seconds(LocalDateTime local) {
        def ticks = String.format('%07d', local.nano.intdiv(100))
        int least = ticks.replaceAll(/0+$/, '').size()
        int digits = least + random.nextInt(8 - least)
        if (digits == 0 && local.second == 0 && random.nextBoolean()) {
            return ''
        }
        String.format(':%02d', local.second) + (digits ? '.' + ticks[0..<digits] : '')
    }

    private <V> V pick(List<V> values) {
        values[random.nextInt(values.size())]
    }
}
