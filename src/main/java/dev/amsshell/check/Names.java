package dev.amsshell.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of checks where each may be there only once. */
final class Names {
  private Names() {}

  /** A name for each, in order: its own, or with a number behind it when that is taken. */
  static List<String> unique(List<CheckResult> checks) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (CheckResult each : checks) {
      String name = each.name();
      for (int i = 2; !taken.add(name); i++) {
        name = each.name() + " (" + i + ")";
      }
      names.add(name);
    }
    return names;
  }
}
