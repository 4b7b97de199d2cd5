package dev.amsshell.cli;

import org.apache.commons.cli.CommandLine;

/** Forgets the user who signed in for a profile. */
final class LogoutCommand implements Command {
  @Override
  public String name() {
    return "logout";
  }

  @Override
  public String summary() {
    return "forget who signed in for a profile";
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    try (Session session = new Session(settings, process)) {
      LinkedAccount account = session.accounts().ofProfile("sign out of");
      String name = ProfileTables.name(account.profile());
      if (account.signIns().signOut()) {
        session.console().notice("signed out of profile '%s'".formatted(name));
      } else if (account.profile().signIn().isInteractive()) {
        session.console().notice("nobody was signed in for profile '%s'".formatted(name));
      } else {
        session
            .console()
            .notice(
                "profile '%s' signs in by %s, and nothing of that is kept"
                    .formatted(name, account.profile().signIn().label()));
      }
      return ExitCode.SUCCESS.code();
    }
  }
}
