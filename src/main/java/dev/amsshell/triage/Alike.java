package dev.amsshell.triage;

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
  private static final int MOST = 5000;

  private static final int MOST_WORDS = 100;

  /** Comparing each with each other takes longer still. */
  private static final int MOST_PAIRED = 200;

  /** A message that was cut off before that could be the beginning of anything. */
  private static final int LEAST_BEGINNING = 40;

  private Alike() {}

  /** The clusters that are left. */
  static List<Cluster> merged(Collection<Cluster> clusters) {
    if (clusters.size() > MOST) {
      return new ArrayList<>(clusters);
    }
    return wholes(gaps(variableWords(clusters)));
  }

  private static List<Cluster> variableWords(Collection<Cluster> clusters) {
    Map<String, Set<Cluster>> byRest = new HashMap<>();
    for (Cluster cluster : clusters) {
      String[] words = cluster.template().text().split(" ");
      for (int place = 0; place < Math.min(words.length, MOST_WORDS); place++) {
        byRest.computeIfAbsent(without(words, place), rest -> new LinkedHashSet<>()).add(cluster);
      }
    }
    Set<Cluster> left = new LinkedHashSet<>(clusters);
    byRest.forEach(
        (rest, alike) -> {
          alike.retainAll(left);
          if (alike.size() >= VARIABLE && !rest.equals(Variables.GAP)) {
            Cluster whole = alike.iterator().next();
            Template common = new Template(rest, Template.key(rest), false);
            alike.stream().skip(1).forEach(each -> whole.absorb(each, common));
            alike.stream().skip(1).forEach(left::remove);
          }
        });
    return new ArrayList<>(left);
  }

  private static String without(String[] words, int place) {
    String[] rest = words.clone();
    rest[place] = Variables.GAP;
    return String.join(" ", rest);
  }

  private static List<Cluster> gaps(List<Cluster> clusters) {
    if (clusters.size() > MOST_PAIRED) {
      return clusters;
    }
    List<Cluster> left = new ArrayList<>();
    for (Cluster cluster : clusters) {
      Optional<Cluster> same =
          left.stream().filter(other -> common(other, cluster).isPresent()).findFirst();
      if (same.isEmpty()) {
        left.add(cluster);
      } else {
        same.get().absorb(cluster, common(same.get(), cluster).get());
      }
    }
    // what was absorbed may have opened a gap that others fit into
    return left.size() < clusters.size() ? gaps(left) : left;
  }

  private static Optional<Template> common(Cluster one, Cluster other) {
    return Alignment.common(one.template().text(), other.template().text())
        .map(text -> new Template(text, Template.key(text), one.template().isCut()));
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
    String key = part.key().replaceFirst("(?:…|\\.)+$", "");
    String sure = key.replaceFirst("[^\\p{L}\\p{N}]?[\\p{L}\\p{N}]*$", "");
    return sure.length() >= LEAST_BEGINNING && whole.key().startsWith(sure);
  }
}
