package dev.amsshell.cli;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Io;
import dev.amsshell.base.Redactor;
import java.time.Clock;
import java.util.Map;

/**
 * What one run of the program has from outside.
 *
 * @param io its streams
 * @param display where values are shown
 * @param environment its environment variables
 * @param folders where the user's files belong
 * @param clock the time
 * @param redactor knows the secrets of this run
 * @param cancellation cancelled when the process is asked to end
 * @param ending whether that end is put off
 */
record Process(
    Io io,
    Display display,
    Map<String, String> environment,
    Folders folders,
    Clock clock,
    Redactor redactor,
    Cancellation cancellation,
    Ending ending) {}
