package dev.amsshell.dsl;

import dev.amsshell.await.Awaiting;
import dev.amsshell.service.MediaService;
import dev.amsshell.triage.HtmlFile;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the words of one account share.
 *
 * @param connection reached for when a word first needs it; may throw
 * @param clock the time
 * @param awaiting waits for its jobs
 * @param guard permits changes of its jobs
 * @param files writes pages about it
 * @param asked told of each query that is run, before it is
 */
record Account(
    Supplier<MediaService> connection,
    Clock clock,
    Awaiting awaiting,
    WriteGuard guard,
    HtmlFile files,
    Consumer<Query<?>> asked) {
  MediaService service() {
    return connection.get();
  }
}
