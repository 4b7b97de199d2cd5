package dev.amsshell.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many columns of a terminal a text takes, and how to make it take fewer. */
public final class TextWidth {
  private TextWidth() {}

  public static int of(String text) {
    return isAscii(text) ? text.length() : clusters(text).stream().mapToInt(Cluster::width).sum();
  }

  /** The text in at most so many columns, its middle left out where it must be. */
  public static String shortened(String text, int width, String ellipsis) {
    if (of(text) <= width) {
      return text;
    }
    int room = width - ellipsis.length();
    if (room < 1) {
      return ellipsis.substring(0, Math.min(width, ellipsis.length()));
    }
    List<Cluster> clusters = clusters(text);
    int head = 0;
    for (int left = (room + 1) / 2; (left -= clusters.get(head).width()) >= 0; ) {
      head++;
    }
    int tail = clusters.size();
    for (int left = room / 2; (left -= clusters.get(tail - 1).width()) >= 0; ) {
      tail--;
    }
    return joined(clusters.subList(0, head))
        + ellipsis
        + joined(clusters.subList(tail, clusters.size()));
  }

  /** The text in pieces of at most so many columns, or of one character where that is wider. */
  static List<String> pieces(String text, int width) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int left = width;
    for (Cluster cluster : clusters(text)) {
      if (cluster.width() > left && !piece.isEmpty()) {
        pieces.add(piece.toString());
        piece.setLength(0);
        left = width;
      }
      piece.append(cluster.text());
      left -= cluster.width();
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static String joined(List<Cluster> clusters) {
    return clusters.stream().map(Cluster::text).collect(Collectors.joining());
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static List<Cluster> clusters(String text) {
    return Clusters.PATTERN.matcher(text).results().map(Cluster::of).toList();
  }

  /** What a reader sees as one character: it takes the columns of its widest part. */
  private record Cluster(String text, int width) {
    private static final String AS_EMOJI = "\ufe0f";

    static Cluster of(MatchResult match) {
      String text = match.group();
      int width =
          text.contains(AS_EMOJI) && text.length() > 1 || isFlag(text)
              ? 2
              : text.codePoints().map(CharacterWidth::of).max().orElse(0);
      return new Cluster(text, width);
    }

    private static boolean isFlag(String text) {
      return text.codePointCount(0, text.length()) == 2
          && text.codePoints().allMatch(c -> c >= 0x1f1e6 && c <= 0x1f1ff);
    }
  }

  /** Compiled on first use: most texts are ASCII. */
  private static final class Clusters {
    static final Pattern PATTERN = Pattern.compile("\\X", Pattern.DOTALL);
  }
}
