package dev.amsshell.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a configuration may refer to.
 *
 * @param environment the environment variables
 * @param folder where relative paths begin
 */
record Surroundings(Map<String, String> environment, Path folder) {
  /**
   * A path as a person wrote it.
   *
   * @throws java.nio.file.InvalidPathException when it cannot be one
   */
  Path path(String text) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    String written = text.startsWith("~/") ? home + text.substring(1) : text;
    return folder.resolve(written).normalize();
  }

  /** Names no variable, since some hold secrets. */
  @Override
  public String toString() {
    return "Surroundings[" + folder + "]";
  }
}
