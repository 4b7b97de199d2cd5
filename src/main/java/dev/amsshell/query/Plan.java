package dev.amsshell.query;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** A line for each. */
  @Override
  public String toString() {
    return Stream.of(
            lines("request", requests),
            lines("to count", count),
            lines("done here", here),
            lines("note", notes))
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(String label, List<String> texts) {
    return texts.stream().map(text -> label + "  " + text);
  }
}
