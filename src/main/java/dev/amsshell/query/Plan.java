package dev.amsshell.query;

import java.util.List;

/**
 * How rows would be read, for people: nothing is sent to make it.
 *
 * @param requests the requests, as they would be sent; of pages the first
 * @param count the requests that would count the rows; empty when they have to be read for that
 * @param here what is evaluated here, and why
 * @param notes which time decides, and what limits there are
 */
public record Plan(
    List<String> requests, List<String> count, List<String> here, List<String> notes) {
  public Plan {
    requests = List.copyOf(requests);
    count = List.copyOf(count);
    here = List.copyOf(here);
    notes = List.copyOf(notes);
  }
}
