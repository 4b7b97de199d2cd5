package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import dev.amsshell.sandbox.odata.ResourcePath;
import dev.amsshell.sandbox.odata.ResourcePath.Segment;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads ids out of the addresses by which an entity refers to others: absolute or relative, escaped
 * or not, slashes doubled or not (wire sheet 5.5 and 9).
 */
final class LinkedAssets {

  private static final Pattern HOST = Pattern.compile("^https?://[^/]*");

  private LinkedAssets() {}

  static List<String> ids(Entry entry, String navigation) {
    return entry.links().getOrDefault(navigation, List.of()).stream()
        .map(address -> id(address, "Assets", new WireKey("cid")))
        .toList();
  }

  private static String id(String address, String set, WireKey key) {
    List<Segment> path = ResourcePath.parse(HOST.matcher(address).replaceFirst(""));
    Segment last = path.isEmpty() ? null : path.get(path.size() - 1);
    if (last == null || !last.name().equals(set) || last.key() == null) {
      throw Refusal.badRequest("The link '" + address + "' leads to no entity of " + set + ".");
    }
    return key.canonical(last.key())
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "The link '%s' has no id of the form %s."
                        .formatted(address, key.description())));
  }
}
