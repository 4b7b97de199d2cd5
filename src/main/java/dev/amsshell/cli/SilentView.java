package dev.amsshell.cli;

import dev.amsshell.await.ProgressView;
import dev.amsshell.render.Progress;
import java.time.Instant;

/** Shows nothing, where stderr has to stay clean. */
final class SilentView implements ProgressView {
  @Override
  public boolean wantsTasks(Instant now) {
    return false;
  }

  @Override
  public void tell(String line) {}

  @Override
  public void show(Progress progress) {}

  @Override
  public void close() {}
}
