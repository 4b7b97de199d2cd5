package dev.amsshell.sandbox.account;

import java.util.Random;
import java.util.regex.Pattern;

/** Fills in what a scenario leaves open in names and messages. */
record Placeholders(int number, Random random) {

  private static final Pattern GUID = Pattern.compile("\\{guid}");

  String in(String text) {
    return GUID.matcher(text.replace("{n}", String.valueOf(number)))
        .replaceAll(found -> WireId.randomGuid(random));
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
}
