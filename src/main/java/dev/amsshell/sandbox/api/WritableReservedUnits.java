package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Reserved units are bought and given back (wire sheet 4.4). */
final class WritableReservedUnits implements Updatable {

  private final Account account;

  WritableReservedUnits(Account account) {
    this.account = account;
  }

  @Override
  public void update(String key, Entry entry, Set<String> known, Instant now) {
    Members changed = Members.of(entry, known);
    if (!account.reservedUnits().accountId().equals(key)) {
      throw Refusal.noSuchResource("EncodingReservedUnitTypes");
    }
    account.changeUnits(
        type -> changed.number("ReservedUnitType", type),
        current -> changed.number("CurrentReservedUnits", current),
        now);
  }
}
