package dev.amsshell.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a user's files belong: the XDG folders, or their like on Windows.
 *
 * @param cache what can be made anew
 * @param state what should last, such as history
 * @param config what the user writes
 */
record Folders(Path cache, Path state, Path config) {
  /**
   * @param accountHome the home folder that the system has on record; {@code HOME} goes before it
   */
  static Folders of(Map<String, String> environment, String operatingSystem, String accountHome) {
    if (operatingSystem.startsWith("Windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", accountHome + "\\AppData\\Local");
      return new Folders(
          Path.of(local, "ams-shell", "cache"),
          Path.of(local, "ams-shell", "state"),
          Path.of(
              environment.getOrDefault("APPDATA", accountHome + "\\AppData\\Roaming"),
              "ams-shell"));
    }
    String given = environment.getOrDefault("HOME", "");
    String home = given.isEmpty() ? accountHome : given;
    if (!Path.of(home).isAbsolute()) {
      // an account without a home; nothing can be made below a device, so that nothing is kept
      home = "/dev/null";
    }
    return new Folders(
        xdg(environment, "XDG_CACHE_HOME", Path.of(home, ".cache")),
        xdg(environment, "XDG_STATE_HOME", Path.of(home, ".local", "state")),
        xdg(environment, "XDG_CONFIG_HOME", Path.of(home, ".config")));
  }

  /** The XDG specification has relative paths ignored. */
  private static Path xdg(Map<String, String> environment, String name, Path otherwise) {
    String configured = environment.getOrDefault(name, "");
    Path base =
        !configured.isEmpty() && Path.of(configured).isAbsolute() ? Path.of(configured) : otherwise;
    return base.resolve("ams-shell");
  }
}
