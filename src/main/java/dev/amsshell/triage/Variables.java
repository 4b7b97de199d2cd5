package dev.amsshell.triage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts of messages that are another one each time: addresses, ids, times, names, files,
 * numbers. Codes stay, since they say what went wrong.
 *
 * <p>Anybody can write anything into a message. So whatever repeats is bounded: a group that
 * repeats takes a piece of the stack each time, and what begins anew at each character takes its
 * square.
 */
final class Variables {
  /** Stands for a part that was taken out. */
  static final String GAP = "\u2026";

  private static final String MEDIA =
      "(?i:mp4|m4v|m4a|m4s|mov|wmv|wma|mxf|avi|ts|m2ts|mts|mpg|mpeg|mkv|webm|flv|3gp|asf|wav|mp3|aac"
          + "|ac3|ismv?|ismc|isma|m3u8|mpd|vtt|ttml|srt|dfxp|xml|json|jpe?g|png|bmp|gif|tiff?|txt|zip"
          + "|tmp|log|dat|bin|kayak|workflow|cube|dv|vob|r3d|cs|py|java|cpp|exe|dll|so|config)";

  /** With the words for it in the languages in which services and their operating systems speak. */
  private static final String CODE =
      """
      (?<![\\p{L}\\d_.-]) (?i: hresult | errno | winerror | http(?:/\\d(?:\\.\\d)?)?
          | (?:exit(?:ed)?|returned?|status|error|result)? \\h? (?:with\\h)? (?:code|status|error)
          | (?:fehler|status|exit|error)code | fehler | c[oó]digo | code\\hde\\hretour | erreur | erro
          | hata\\h?kodu | hata | код(?:ом)? | ошибка | 错误代码 | エラー\\h?コード | コード
          | 오류\\h?코드 | 코드 )
        [\\h:=\\#(\\[：]{1,4} -? (?: 0[xX][0-9a-fA-F]{1,8} | \\d{1,10} ) (?![\\w.:-]\\d)(?!\\w)
      | \\( [1-5]\\d\\d \\)
      | (?<!\\w) signal \\h \\d+ (?!\\w)
      | (?<!\\w) 0[xX] [89cC] [0-9a-fA-F]{7} (?!\\w)
      | (?<![\\w.]) [45]\\d\\d (?= \\h (?:Forbidden|Not\\hFound|Unauthorized|Conflict|Bad\\h|Gone
          |Internal|Service\\hUn|Gateway|Too\\hMany|Precondition|Request) )""";

  /** A program that names the file it works on at the beginning of a line. */
  private static final String NAMED_FILE =
      """
      (?m:^) (?: [A-Za-z]: [\\\\/] | [\\\\/] ) [^\\r\\n"'<>]{1,300}? \\. MEDIA (?= : \\h )"""
          .replace("MEDIA", MEDIA);

  private static final String URL =
      "\\b [a-zA-Z][a-zA-Z0-9+.-]{1,9} :// [^\\s'\"<>«»“”]* [^\\s'\"<>«»“”.,;:!?)\\]]";

  private static final String ID =
      """
      \\b nb:[a-z]{2,6}:UUID: [0-9a-fA-F-]++
      | [({]? (?<![0-9a-zA-Z]) [0-9a-fA-F]{8} - (?:[0-9a-fA-F]{4}-){3} [0-9a-fA-F]{12}
          (?![0-9a-zA-Z]) [)}]?
      | (?<![\\w+/]) [A-Za-z0-9+/]{20,} ={1,2}
      | (?<!\\w) (?:0[xX])? (?=[a-fA-F]*\\d) [0-9a-fA-F]{12,} (?!\\w)
      | (?<!\\w) 0[xX] [0-9a-fA-F]{9,} (?!\\w)
      | (?<=@\\h) (?:0x)? [0-9a-fA-F]{5,} (?=])
      | (?<!\\w) (?=[a-f]*\\d) (?=\\d*[a-f]) [0-9a-f]{8,11} (?!\\w)
      | (?<![\\w+/=-]) (?= [A-Za-z+/_=-]*\\d [A-Za-z+/_=-]*\\d [A-Za-z+/_=-]*\\d )
          (?=[\\d+/_=-]*[A-Za-z]) [A-Za-z0-9+/_-]{16,} ={0,2}""";

  private static final String TIME =
      """
      (?<!\\w) \\d{4} [-/.年]\\h?\\d{1,2} [-/.月]\\h?\\d{1,2} 日?
        (?: [T\\h,]{1,2} \\d{1,2}:\\d{2} (?: :\\d{2} (?:[.,]\\d{1,9})? )? )?
        ZONE
      | (?<!\\w) \\d{1,2} [./-]\\d{1,2} [./-]\\d{2,4} (?!\\d|\\.\\d)
        (?: [,\\h]{1,2} \\d{1,2}:\\d{2} (?: :\\d{2} (?:[.,]\\d{1,9})? )? )?
        (?: \\h? [AaPp]\\.?[Mm]\\b\\.? )? ZONE
      | (?<!\\w) (?: (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* ,? \\h)?
        (?: \\d{1,2} \\h MONTH | MONTH \\h \\d{1,2} ) ,? \\h \\d{4}
        (?: [,\\h]{1,2} \\d{1,2}:\\d{2} (?: :\\d{2} (?:[.,]\\d{1,9})? )? )? ZONE
      | (?<!\\w) \\d{1,2}:\\d{2} \\h [AaPp]\\.?[Mm]\\b
      | (?<!\\w) (?:\\d{1,3}[.:])? \\d{1,3}:\\d{2}:\\d{2} (?:[.,:;]\\d{1,9})?
        (?: \\h? [AaPp]\\.?[Mm]\\b )?"""
          .replace("ZONE", "(?: \\h? (?: Z | UTC | GMT | [+-]\\d{2}:?\\d{2} ) )?")
          .replace("MONTH", "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*");

  private static final String HOST =
      """
      (?<![\\w.]) OCTET (?:\\.OCTET){3} (?: :\\d{1,5} )? (?![\\w]|\\.\\d)
      | \\[ [0-9a-fA-F:]*:[0-9a-fA-F:]*: [0-9a-fA-F:.]* (?:%\\w+)? ] (?: :\\d{1,5} )?
      | (?<![\\w:]) (?: [0-9a-fA-F]{1,4}: ){3,7} (?: :? [0-9a-fA-F]{1,4} ){1,2} (?![\\w:])
      | (?<![\\w.@-]) (?:[a-z0-9][a-z0-9-]{0,62}\\.){1,8}
        (?:net|com|org|de|cn|io|us|eu|uk|fr|local|internal) (?::\\d{1,5})? (?![\\w-]|\\.\\w)
      | (?<!\\w) [A-Za-z]{1,63}\\d{1,63}[A-Za-z]{1,63}\\d[A-Za-z0-9]* (?!\\w)
      | (?<= \\b(?:worker|node|machine|host|server|instance|vm) \\h{1,3} ) [\\w.-]*\\d[\\w-]*
      | (?<![\\w.+-]) [\\w.+-]{1,64} @ [\\w-]{1,63} (?:\\.[\\w-]{1,63}){1,8}"""
          .replace("OCTET", "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");

  private static final String QUOTED =
      """
      (?<![\\p{L}\\p{N}]) (?: '[^'\\n]{1,300}?' (?![\\p{L}\\p{N}]) | "[^"\\n]{1,300}"
        | “[^”\\n]{1,300}” | „[^“”\\n]{1,300}[“”] | «[^»\\n]{1,300}» | ‘[^’\\n]{1,300}’
        | 「[^」\\n]{1,300}」 | `[^`\\n]{1,300}` | ‚[^‘\\n]{1,300}‘ )""";

  private static final String FILE =
      """
      (?<![\\w/.<]) // [\\w.-]+ / [^\\r\\n"'<>|*?;,:]{0,260}? \\. MEDIA (?!\\w)
      | (?<![\\w/.<:]) / [^\\r\\n"'<>|*?;,:]{1,200}? \\. MEDIA (?!\\w)
      | (?<!\\w) (?: [A-Za-z]: [\\\\/] | \\\\\\\\ [\\w?.] ) [^\\r\\n"'<>|*?;,]{0,260}? \\. MEDIA (?!\\w)
      | (?<!\\w) (?: [A-Za-z]: [\\\\/] | \\\\\\\\ [\\w?.] ) [^\\s"'<>|*?;,]*
      | (?<![\\w/.<]) (?:[a-z]{2,9}:)? / (?: [\\p{L}\\p{N}_.%+@=-]{1,255} / ){1,30} [\\p{L}\\p{N}_.%+@=()\\[\\]-]*
      | (?<![\\p{L}\\p{N}_()\\[\\]{}.%+@~-]) [\\p{L}\\p{N}_()\\[\\]{}.%+@~-]{1,255} \\. MEDIA (?![\\w]|\\.\\w)"""
          .replace("MEDIA", MEDIA);

  private static final String NUMBER =
      """
      [+-]? (?<![\\p{L}\\p{N}]) [+-]? \\d++ (?:[.,'\\u00a0\\u202f]\\d+ | \\h\\d{3}(?!\\d)){0,9} (?:[eE][+-]?\\d+)?
        (?: \\h? (?:%|[kMGT]i?B|[kMGT]?[Bb](?:its?)?(?:/s|ps)?|[kM]bps|bytes?|Bytes?|ms|min|sec|s|h|fps
          |[kM]?Hz|px) (?!\\p{L}) )?
      | \\d++""";

  /** What is found first decides, so that the wider ones come first. */
  private static final List<String> GAPS = List.of(NAMED_FILE, URL, ID, TIME, HOST, FILE, NUMBER);

  private static final Pattern ALL =
      Pattern.compile(
          "(?<code>%s) | (?<wide>%s) | (?<quoted>%s) | (?<gap>%s)"
              .formatted(
                  CODE, joined(GAPS.subList(0, 5)), QUOTED, joined(GAPS.subList(5, GAPS.size()))),
          Pattern.COMMENTS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern MEDIA_FILE = Pattern.compile("(?s).*\\." + MEDIA);

  private Variables() {}

  private static String joined(List<String> patterns) {
    return patterns.stream().collect(Collectors.joining(" | "));
  }

  /** A text with gaps where such parts were. */
  static String takenOut(String text) {
    Matcher part = ALL.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (part.find()) {
      String kept = GAP;
      if (part.group("code") != null) {
        kept = part.group();
      } else if (part.group("quoted") != null) {
        String before = text.substring(Math.max(0, part.start() - 30), part.start());
        kept = Quotation.of(part.group(), before);
      }
      part.appendReplacement(rest, Matcher.quoteReplacement(kept));
    }
    return part.appendTail(rest).toString();
  }

  /** Whether a text ends as the name of a file does that jobs work with. */
  static boolean isFile(String text) {
    return MEDIA_FILE.matcher(text).matches();
  }
}
