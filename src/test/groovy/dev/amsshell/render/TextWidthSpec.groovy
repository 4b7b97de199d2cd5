package dev.amsshell.render

import spock.lang.Specification

class TextWidthSpec extends Specification {
    def "#what takes #width columns"() {
        expect:
        TextWidth.of(text) == width

        where:
        what                  | text                                                         || width
        'nothing'             | ''                                                           || 0
        'ASCII'               | 'abc'                                                        || 3
        'an umlaut'           | '\u00fc'                                                     || 1
        'a combining accent'  | 'e\u0301'                                                    || 1
        'two of them'         | 'e\u0301\u0323'                                              || 1
        'kanji'               | '\u52d5\u753b'                                               || 4
        'full-width letters'  | '\uff21\uff22'                                               || 4
        'half-width katakana' | '\uff71'                                                     || 1
        'Hangul'              | '\ud55c'                                                     || 2
        'Hangul in parts'     | '\u1112\u1161\u11ab'                                         || 2
        'an emoji'            | '\ud83c\udfac'                                               || 2
        'joined emoji'        | '\ud83d\udc69\u200d\ud83d\udcbb'                             || 2
        'a family'            | '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67'           || 2
        'a flag'              | '\ud83c\udde9\ud83c\uddea'                                   || 2
        'a tone of skin'      | '\ud83d\udc4d\ud83c\udffd'                                   || 2
        'text shown as emoji' | '\u2764\ufe0f'                                               || 2
        'the same as text'    | '\u2764'                                                     || 1
        'a zero width space'  | 'a\u200bb'                                                   || 2
        'Hebrew'              | '\u05d0\u05d1'                                               || 2
        'an ellipsis'         | '\u2026'                                                     || 1
        'rare kanji'          | new String(Character.toChars(0x20000))                       || 2
    }

    def "#text in #width columns is #shortened"() {
        expect:
        TextWidth.shortened(text, width, '\u2026') == shortened
        TextWidth.of(shortened) <= width

        where:
        text                          | width || shortened
        'short'                       | 5     || 'short'
        'Encoding movie 0815'         | 11    || 'Encod\u2026 0815'
        'abcdef'                      | 2     || 'a\u2026'
        'abcdef'                      | 1     || '\u2026'
        'abcdef'                      | 0     || ''
        '\u52d5\u753b\u52d5\u753b'    | 6     || '\u52d5\u2026\u753b'
        '\u52d5\u753b\u52d5\u753b'    | 2     || '\u2026'
        'e\u0301' * 5                 | 3     || 'e\u0301\u2026e\u0301'
        '\ud83d\udc69\u200d\ud83d\udcbb' * 3 | 5 || '\ud83d\udc69\u200d\ud83d\udcbb\u2026\ud83d\udc69\u200d\ud83d\udcbb'
    }
}
