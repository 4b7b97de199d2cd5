package dev.amsshell.sandbox.http;

/** Patterns in which {@code *} stands for any text and {@code ?} for any one character. */
public final class Glob {

  private Glob() {}

  /** Whether the whole text fits, in any letter case. Takes no more than their lengths' product. */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resumed = 0;
    while (t < text.length()) {
      if (p < pattern.length() && fits(pattern.charAt(p), text.charAt(t))) {
        p++;
        t++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resumed = t;
      } else if (star >= 0) {
        // let the last star take one character more
        p = star + 1;
        t = ++resumed;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean fits(char wanted, char given) {
    return wanted != '*'
        && (wanted == '?' || Character.toLowerCase(wanted) == Character.toLowerCase(given));
  }
}
