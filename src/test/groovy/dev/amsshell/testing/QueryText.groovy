package dev.amsshell.testing

import java.nio.charset.StandardCharsets

/** Percent-encodes the value of a query parameter: what must be encoded always, the rest now and then. */
final class QueryText {

    private QueryText() {}

    static String encode(String value, Random random) {
        value.getBytes(StandardCharsets.UTF_8).collect { octet -> one(octet & 0xff, random) }.join('')
    }

    private static String one(int octet, Random random) {
        boolean unusual = random.nextInt(10) == 0
        if (octet == (' ' as char) as int) {
            return unusual ? '+' : '%20'
        }
        boolean plain = octet < 128 && (Character.isLetterOrDigit(octet) || "-_.~'(),:/".indexOf(octet) >= 0)
        plain && !unusual ? Character.toString(octet) : String.format(unusual ? '%%%02x' : '%%%02X', octet)
    }
}
