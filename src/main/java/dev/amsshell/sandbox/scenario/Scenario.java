package dev.amsshell.sandbox.scenario;

import dev.amsshell.sandbox.account.AccountSetup;
import dev.amsshell.sandbox.arm.AccountResource;
import dev.amsshell.sandbox.faults.FaultRule;
import dev.amsshell.sandbox.signin.Directory;
import dev.amsshell.sandbox.signin.TokenLifetimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a sandbox rehearses.
 *
 * @param resource the account as Azure Resource Manager knows it
 * @param nextLink whether a full page says where the next one is; nobody knows whether the service
 *     did (wire sheet 5.3)
 * @param skew how far the clock that tokens and assertions are judged by is ahead of the sandbox's;
 *     negative when it is behind
 */
public record Scenario(
    AccountSetup account,
    AccountResource resource,
    boolean nextLink,
    Duration skew,
    TokenLifetimes tokens,
    Directory directory,
    List<FaultRule> faults) {

  /** Copies what it is given. */
  public Scenario {
    faults = List.copyOf(faults);
  }

  /** An ordinary account where nothing goes wrong. */
  public static Scenario standard() {
    return new Scenario(
        AccountSetup.standard(),
        AccountResource.standard(),
        false,
        Duration.ZERO,
        TokenLifetimes.standard(),
        Directory.standard(),
        List.of());
  }

  /**
   * What a file says; what it leaves out is as in {@link #standard()}.
   *
   * @throws ScenarioProblem when it cannot be read or says what makes no sense
   */
  public static Scenario read(Path file) {
    return ScenarioReader.read(file);
  }
}
