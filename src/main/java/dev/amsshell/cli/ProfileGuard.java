package dev.amsshell.cli;

import dev.amsshell.config.Profile;
import dev.amsshell.dsl.ChangePlan;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.dsl.WriteRefused;
import java.util.function.Supplier;

/** What a profile says of changes beats everything else. */
final class ProfileGuard implements WriteGuard {
  private final Supplier<Profile> profile;
  private final WriteGuard otherwise;

  /**
   * @param otherwise decides when the profile allows changes
   */
  ProfileGuard(Supplier<Profile> profile, WriteGuard otherwise) {
    this.profile = profile;
    this.otherwise = otherwise;
  }

  @Override
  public void permit(ChangePlan plan) {
    if (profile.get().isReadOnly()) {
      throw new WriteRefused(
          "nothing was sent; the profile '%s' is read-only, and does not let anybody %s"
              .formatted(profile.get().name(), plan.summary()),
          "Use another profile, or take read-only = true out of this one.");
    }
    otherwise.permit(plan);
  }

  @Override
  public void tell(String notice) {
    otherwise.tell(notice);
  }
}
