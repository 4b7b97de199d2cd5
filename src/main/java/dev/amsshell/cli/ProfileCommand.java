package dev.amsshell.cli;

import dev.amsshell.base.Failure;
import dev.amsshell.config.ConfigurationProblem;
import dev.amsshell.config.Environment;
import dev.amsshell.config.Profile;
import dev.amsshell.config.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** Tells what is configured, and whether it works. */
final class ProfileCommand implements Command {
  @Override
  public String name() {
    return "profile";
  }

  @Override
  public String parameters() {
    return "list|show|test [NAME]";
  }

  @Override
  public String summary() {
    return "what is configured; 'test' makes one real call and explains what fails";
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    List<String> parameters = arguments.getArgList();
    String what = parameters.isEmpty() ? "" : parameters.get(0);
    int most = what.equals("list") ? 1 : 2;
    if (!List.of("list", "show", "test").contains(what) || parameters.size() > most) {
      throw new UsageError(
          "profile wants list, show or test" + (what.isEmpty() ? "" : ", not '" + what + "'"),
          "Such as: ams-shell profile test prod");
    }
    Settings chosen = parameters.size() > 1 ? settings.ofProfile(parameters.get(1)) : settings;
    if (what.equals("list")) {
      return list(settings, process);
    }
    try (Session session = new Session(chosen, process)) {
      if (what.equals("show")) {
        session.console().show(ProfileTables.card(session.accounts().ofProfile("show").profile()));
        return ExitCode.SUCCESS.code();
      }
      return test(session, process);
    }
  }

  /** One that cannot be used is no reason not to list the others. */
  private static int list(Settings settings, Process process) {
    ProfileChoice choice =
        new ProfileChoice(settings.profile(), process.environment(), process.folders().config());
    Profiles profiles = choice.profiles();
    List<Map<String, Object>> rows = new ArrayList<>();
    boolean areUsable = true;
    Optional<Profile> anonymous = Optional.empty();
    try {
      anonymous = Environment.profile(process.environment());
    } catch (ConfigurationProblem e) {
      rows.add(ProfileTables.unusable("(environment)", e.getMessage()));
      areUsable = false;
    }
    boolean isAnonymous = choice.name().isEmpty() && anonymous.isPresent();
    String chosen = isAnonymous ? "" : choice.name().orElse(Profiles.DEFAULT);
    for (String name : profiles.names()) {
      try {
        rows.add(ProfileTables.row(profiles.named(name), name.equals(chosen)));
      } catch (ConfigurationProblem e) {
        rows.add(ProfileTables.unusable(name, e.getMessage()));
        areUsable = false;
      }
    }
    anonymous.ifPresent(profile -> rows.add(ProfileTables.row(profile, isAnonymous)));
    Console console = new Console(settings, process, false);
    if (rows.isEmpty()) {
      console.notice("nothing is configured; profiles belong into " + choice.file());
    }
    console.show(rows);
    return (areUsable ? ExitCode.SUCCESS : ExitCode.USAGE).code();
  }

  private static int test(Session session, Process process) {
    LinkedAccount account = session.accounts().main();
    ProfileTest test = new ProfileTest(account);
    Optional<Failure> failure = CancellableRun.of(process.cancellation(), test::run);
    session.console().show(test.steps());
    return failure
        .map(failed -> session.console().errors().failure(failed).code())
        .orElse(ExitCode.SUCCESS.code());
  }
}
