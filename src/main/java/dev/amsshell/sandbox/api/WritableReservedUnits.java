package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.ReservedUnits;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Reserved units are bought and given back (wire sheet 4.4). */
final class WritableReservedUnits implements WritableSet {

  private final Account account;

  WritableReservedUnits(Account account) {
    this.account = account;
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.UPDATE);
  }

  @Override
  public void update(String key, Entry entry, Set<String> known, Instant now) {
    Members changed = Members.of(entry, known);
    ReservedUnits before = account.reservedUnits();
    if (!before.accountId().equals(key)) {
      throw Refusal.noSuchResource("EncodingReservedUnitTypes");
    }
    account.changeUnits(
        changed.number("ReservedUnitType", before.type()),
        changed.number("CurrentReservedUnits", before.current()),
        now);
  }
}
