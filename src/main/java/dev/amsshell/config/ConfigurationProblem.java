package dev.amsshell.config;

import dev.amsshell.base.Failure;

/** What is configured cannot be used; nothing was sent. */
public final class ConfigurationProblem extends Failure {
  public ConfigurationProblem(String message, String advice) {
    super(Kind.USAGE, message, advice, null);
  }
}
