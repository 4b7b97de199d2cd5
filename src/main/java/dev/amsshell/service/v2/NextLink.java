package dev.amsshell.service.v2;

import dev.amsshell.base.SafeText;
import dev.amsshell.service.UnexpectedAnswer;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a service says that a list goes on (wire sheet 5.3). It is followed below the API root
 * alone, so that no token goes elsewhere.
 */
final class NextLink {
  private NextLink() {}

  /**
   * The path and query below the root.
   *
   * @param next absolute, or relative to the root
   * @throws UnexpectedAnswer when it leads elsewhere
   */
  static String below(String next, String root) {
    try {
      URI link = URI.create(root).resolve(new URI(next)).normalize();
      String text = link.toString();
      if (text.startsWith(root) && text.length() > root.length() && link.getRawFragment() == null) {
        return text.substring(root.length());
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new UnexpectedAnswer(
        "the service says that the list goes on at %s, which is not below %s"
            .formatted(SafeText.line(next), root),
        "Nothing was sent there. Configure the address of the account itself as the endpoint.",
        null);
  }
}
