package dev.amsshell.service.v2;

import java.util.ArrayList;
import java.util.List;

/**
 * The address of a list below the API root.
 *
 * @param set such as {@code Jobs}
 * @param filter not yet encoded; empty for none
 * @param order not yet encoded; empty for none
 * @param skip how many rows to leave out
 * @param top how many rows at most
 */
record Request(String set, String filter, String order, long skip, int top) {
  /** The path and query, encoded. */
  String path() {
    List<String> options = new ArrayList<>();
    if (!filter.isEmpty()) {
      options.add("$filter=" + UrlText.encode(filter));
    }
    if (!order.isEmpty()) {
      options.add("$orderby=" + UrlText.encode(order));
    }
    if (skip > 0) {
      options.add("$skip=" + skip);
    }
    options.add("$top=" + top);
    return set + "()?" + String.join("&", options);
  }

  /** The path that counts what matches a filter (wire sheet 5.1). */
  static String count(String set, String filter) {
    String path = set + "()/$count";
    return filter.isEmpty() ? path : path + "?$filter=" + UrlText.encode(filter);
  }
}
