package dev.amsshell.triage;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.triage.Alignment.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds clusters of one processor and code that are one after all: where many messages differ in
 * one word alone, that word is variable, such as the name of a customer; so is what stands where
 * another message has a gap; and a message that was cut off belongs to the one that it is the
 * beginning of.
 */
final class Alike {
  /** So many different words at one place are no coincidence; two might be two causes. */
  private static final int VARIABLE = 5;

  /** Of more kinds of messages than that, comparing would take too long. */
  private static final int MOST = 2000;

  /** Comparing each with each other takes longer still. */
  private static final int MOST_PAIRED = 200;

  private static final int MOST_WORDS = 60;

  /** A message that was cut off before that could be the beginning of anything. */
  private static final int LEAST_BEGINNING = 40;

  private final Map<String, Integer> numbers = new HashMap<>();

  private Alike() {}

  /** The clusters that are left. */
  static List<Cluster> merged(Collection<Cluster> clusters) {
    List<Cluster> all = new ArrayList<>(clusters);
    return all.size() > MOST ? all : wholes(new Alike().gaps(variableWords(all)));
  }

  /** What a message says but for one of its words; the text itself would take too much room. */
  private record Rest(int words, int place, long hash) {}

  private static List<Cluster> variableWords(List<Cluster> clusters) {
    Map<Rest, Set<Cluster>> byRest = new HashMap<>();
    for (Cluster cluster : clusters) {
      CancellableThread.checkpoint();
      String[] words = cluster.template().text().split(" ");
      long whole = 0;
      for (int i = 0; i < words.length; i++) {
        whole += hash(words[i], i);
      }
      for (int place = 0; place < Math.min(words.length, MOST_WORDS); place++) {
        Rest rest = new Rest(words.length, place, whole - hash(words[place], place));
        byRest.computeIfAbsent(rest, key -> new LinkedHashSet<>()).add(cluster);
      }
    }
    Set<Cluster> left = new LinkedHashSet<>(clusters);
    byRest.forEach(
        (rest, alike) -> {
          alike.retainAll(left);
          if (alike.size() >= VARIABLE && rest.words() > 1) {
            Cluster whole = alike.iterator().next();
            Template common = without(whole.template(), rest.place());
            alike.stream().skip(1).forEach(each -> whole.absorb(each, common));
            alike.stream().skip(1).forEach(left::remove);
          }
        });
    return new ArrayList<>(left);
  }

  /** As in SplitMix64: the sum of these tells sequences of words apart. */
  private static long hash(String word, int place) {
    long mixed = word.hashCode() * 0x9E3779B97F4A7C15L + place;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  private static Template without(Template template, int place) {
    String[] words = template.text().split(" ");
    words[place] = Variables.GAP;
    String text = String.join(" ", words);
    return new Template(text, Template.key(text), false);
  }

  private List<Cluster> gaps(List<Cluster> clusters) {
    if (clusters.size() > MOST_PAIRED) {
      return clusters;
    }
    Map<Cluster, Line> lines = new HashMap<>();
    clusters.forEach(each -> lines.put(each, line(each)));
    List<Cluster> left = new ArrayList<>();
    for (Cluster cluster : clusters) {
      CancellableThread.checkpoint();
      boolean isNew = true;
      for (Cluster other : left) {
        Optional<String> common = Alignment.common(lines.get(other), lines.get(cluster));
        if (common.isPresent()) {
          String text = common.get();
          boolean isCut = other.template().isCut();
          other.absorb(cluster, new Template(text, Template.key(text), isCut));
          lines.put(other, line(other));
          isNew = false;
          break;
        }
      }
      if (isNew) {
        left.add(cluster);
      }
    }
    // what was absorbed may have opened a gap that others fit into
    return left.size() < clusters.size() ? gaps(left) : left;
  }

  private Line line(Cluster cluster) {
    return Line.of(cluster.template().text(), numbers);
  }

  private static List<Cluster> wholes(List<Cluster> clusters) {
    List<Cluster> left = new ArrayList<>(clusters);
    for (Cluster part : clusters) {
      if (part.template().isCut()) {
        left.stream()
            .filter(whole -> whole != part && isBeginning(part.template(), whole.template()))
            .findFirst()
            .ifPresent(
                whole -> {
                  whole.absorb(part, whole.template());
                  left.remove(part);
                });
      }
    }
    return left;
  }

  /** The last word of what was cut off may be only the half of one. */
  private static boolean isBeginning(Template part, Template whole) {
    String key = part.key().replaceFirst("[….]+$", "");
    String sure = key.replaceFirst("[^\\p{L}\\p{N}]?[\\p{L}\\p{N}]*$", "");
    return sure.length() >= LEAST_BEGINNING && whole.key().startsWith(sure);
  }
}
