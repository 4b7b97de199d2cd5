package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import java.time.Instant;

/** A GET that changes things: {@code CancelJob?jobid='...'} (wire sheet 6.1). */
final class CancelJob {

  static final String NAME = "CancelJob";

  private CancelJob() {}

  static void run(Account account, Request request, QueryString query, Instant now) {
    if (!request.method().equals("GET")) {
      throw Refusal.notAllowed(NAME + " is a GET.", "GET");
    }
    String quoted =
        query.names().stream()
            .filter(name -> name.equalsIgnoreCase("jobid"))
            .findFirst()
            .flatMap(query::get)
            .orElseThrow(() -> Refusal.badRequest("The parameter 'jobid' is missing."))
            .strip();
    if (quoted.length() < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
      throw Refusal.badRequest("The parameter 'jobid' is not in single quotes: " + quoted);
    }
    String text = quoted.substring(1, quoted.length() - 1).replace("''", "'");
    WireKey key = new WireKey("jid");
    String id = key.canonical(text).orElseThrow(() -> key.malformed("Job", text));
    account.cancel(id, now);
  }
}
