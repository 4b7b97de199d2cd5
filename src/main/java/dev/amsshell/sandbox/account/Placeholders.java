package dev.amsshell.sandbox.account;

import java.util.Random;

/** Fills in what a scenario leaves open in names and messages. */
record Placeholders(int number, Random random) {

  String in(String text) {
    String numbered = text.replace("{n}", String.valueOf(number));
    while (numbered.contains("{guid}")) {
      numbered = replaceFirst(numbered, "{guid}", WireId.randomGuid(random));
    }
    return numbered;
  }

  Fate in(Fate fate) {
    ErrorDetail error = fate.error();
    return error == null
        ? fate
        : new Fate(
            fate.named(),
            new ErrorDetail(error.code(), in(error.message())),
            fate.work(),
            fate.sticksAt(),
            fate.vanishesAfter());
  }

  private static String replaceFirst(String text, String what, String by) {
    int at = text.indexOf(what);
    return text.substring(0, at) + by + text.substring(at + what.length());
  }
}
