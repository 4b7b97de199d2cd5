package dev.amsshell.cli;

import dev.amsshell.auth.Interaction;
import dev.amsshell.base.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody who signs in from a terminal, with a browser where there is one. */
final class TerminalInteraction implements Interaction {
  private final Process process;

  TerminalInteraction(Process process) {
    this.process = process;
  }

  @Override
  public void showCode(String message) {
    tell(message);
  }

  @Override
  public void tell(String notice) {
    process.io().err().println("ams-shell: " + SafeText.line(notice));
  }

  @Override
  public void open(String address) {
    boolean isOpen = false;
    for (List<String> command : browsers(address)) {
      isOpen = isOpen || starts(command);
    }
    tell(
        (isOpen ? "sign in in the browser; if none opens, open this: " : "open this in a browser: ")
            + address);
  }

  /** What opens an address, the user's own choice first. */
  private List<List<String>> browsers(String address) {
    List<List<String>> commands = new ArrayList<>();
    for (String own : process.environment().getOrDefault("BROWSER", "").split(":")) {
      if (!own.isBlank()) {
        List<String> command = new ArrayList<>(List.of(own.strip().split("\\s+")));
        if (!command.contains("%s")) {
          command.add("%s");
        }
        command.replaceAll(word -> word.equals("%s") ? address : word);
        commands.add(command);
      }
    }
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      commands.add(List.of("rundll32", "url.dll,FileProtocolHandler", address));
    } else {
      commands.add(List.of(system.contains("mac") ? "open" : "xdg-open", address));
    }
    return commands;
  }

  private static boolean starts(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .getOutputStream()
          .close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
