package dev.amsshell.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An error and what caused it. Scripts may throw anything, even what causes itself. */
final class Causes {
  private static final int MOST = 50;

  private Causes() {}

  /** The error and its causes, the innermost last, each once. */
  static List<Throwable> of(Throwable error) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable each = error;
        each != null && chain.size() < MOST && seen.add(each);
        each = each.getCause()) {
      chain.add(each);
    }
    return chain;
  }

  /** The innermost of a kind. */
  static <T extends Throwable> Optional<T> innermost(Throwable error, Class<T> kind) {
    Optional<T> found = Optional.empty();
    for (Throwable each : of(error)) {
      if (kind.isInstance(each)) {
        found = Optional.of(kind.cast(each));
      }
    }
    return found;
  }
}
