package dev.amsshell.cli;

import dev.amsshell.auth.SignIns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.cli.CommandLine;

/** Signs in for a profile. What a user's sign-in brings is kept for the runs that follow. */
final class LoginCommand implements Command {
  @Override
  public String name() {
    return "login";
  }

  @Override
  public String summary() {
    return "sign in for a profile, and keep what runs need to stay signed in";
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    try (Session session = new Session(settings, process)) {
      LinkedAccount account = session.accounts().ofProfile("sign in for");
      SignIns.Identity identity =
          CancellableRun.of(
              process.cancellation(),
              () -> account.signIns().signIn(new TerminalInteraction(process)));
      Map<String, Object> card = new LinkedHashMap<>();
      card.put("signedIn", identity.bearer());
      card.put("profile", ProfileTables.name(account.profile()));
      card.put("tokenExpires", identity.expires().orElse(null));
      session.console().show(card);
      return ExitCode.SUCCESS.code();
    }
  }
}
