package dev.amsshell.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The names of checks where each may be there only once. */
final class Names {
  private Names() {}

  /**
   * A name for each, in order: its own, or with a number behind it when that is taken.
   *
   * @param clean what a report makes of a name, which may make two of them one
   */
  static List<String> unique(List<CheckResult> checks, UnaryOperator<String> clean) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (CheckResult each : checks) {
      String own = clean.apply(each.name());
      String name = own;
      for (int i = 2; !taken.add(name); i++) {
        name = own + " (" + i + ")";
      }
      names.add(name);
    }
    return names;
  }
}
