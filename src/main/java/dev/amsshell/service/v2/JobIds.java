package dev.amsshell.service.v2;

import dev.amsshell.job.InvalidJobId;
import dev.amsshell.job.JobId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Job ids as AMS v2 writes them: {@code nb:jid:UUID:} and a GUID in lower case (wire sheet 4). */
final class JobIds {
  private static final String PREFIX = "nb:jid:UUID:";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:nb:jid:UUID:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
          Pattern.CASE_INSENSITIVE);

  private JobIds() {}

  static JobId parse(String text) {
    Matcher id = FORM.matcher(text.strip());
    if (!id.matches()) {
      throw new InvalidJobId(
          text, PREFIX + "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, or the GUID alone");
    }
    return new JobId(PREFIX + id.group(1).toLowerCase(Locale.ROOT));
  }
}
