package dev.amsshell.triage;

import java.util.regex.Pattern;

/**
 * What of a quoted part of a message is the same each time: the words of programs, such as the name
 * of a codec or of an element, and sentences, but no names that users gave to their things.
 */
final class Quotation {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_@#$][\\p{L}\\p{N}_.:/+#@$\\[\\]-]*");
  private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!?。]");
  private static final Pattern LETTERS = Pattern.compile("(?s).*\\p{L}.*");

  /** What stands before the names of users' things, in several languages. */
  private static final Pattern NAMED =
      Pattern.compile(
          """
          (?iux) (?: asset|job|task|file|files|blob|container|account|input|output|folder|directory
            |path|datei|fichier|archivo|arquivo|файл\\p{L}*|ordner|title|titel|workflow|preset\\hfile
            |konto|dosya\\p{L}*|ファイル|文件|파일|host|server|share|named|name|customer|user|queue )
          \\h* (?:name)? \\h* [:=]? \\h* $""");

  private Quotation() {}

  /**
   * What is left of it.
   *
   * @param quoted the part with its quotation marks
   * @param before what stands before it
   */
  static String of(String quoted, String before) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (NAMED.matcher(before).find() || !LETTERS.matcher(inner).matches()) {
      return Variables.GAP;
    }
    String rest = Variables.takenOut(inner);
    boolean isWord = WORD.matcher(inner).matches() && !Variables.isFile(inner);
    if (isWord || SENTENCE.matcher(inner).matches() && !rest.equals(Variables.GAP)) {
      return quoted.charAt(0) + rest + quoted.charAt(quoted.length() - 1);
    }
    return Variables.GAP;
  }
}
