package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The system query options of a request, checked and ready to be applied (wire sheet 5.2).
 *
 * @param order null for the default order of the set
 */
public record QueryOptions<T>(
    Predicate<T> filter, Comparator<T> order, int skip, int top, Selection selection) {

  /** No answer holds more rows (wire sheet 5.3). */
  public static final int MOST_ROWS = 1000;

  private static final Set<String> FOR_ROWS =
      Set.of("$filter", "$orderby", "$skip", "$top", "$select");
  private static final Set<String> FOR_COUNT = Set.of("$filter", "$skip", "$top");

  public static <T> QueryOptions<T> ofRows(QueryString query, EntityType<T> type) {
    return parse(query, type, FOR_ROWS);
  }

  public static <T> QueryOptions<T> ofCount(QueryString query, EntityType<T> type) {
    return parse(query, type, FOR_COUNT);
  }

  /** Of a single entity one can only choose the members. */
  public static Selection selectionOnly(QueryString query, EntityType<?> type) {
    return parse(query, type, Set.of("$select")).selection();
  }

  /** For what takes no options at all. */
  public static void none(QueryString query) {
    refuseOthers(query, Set.of());
  }

  public List<T> page(List<T> rows) {
    return chosen(rows).limit(MOST_ROWS).toList();
  }

  /** Whether rows were asked for that the page leaves out because an answer cannot hold them. */
  public boolean hasMore(List<T> rows) {
    return chosen(rows).skip(MOST_ROWS).findFirst().isPresent();
  }

  public int count(List<T> rows) {
    return (int) chosen(rows).count();
  }

  private Stream<T> chosen(List<T> rows) {
    Stream<T> chosen = rows.stream().filter(filter);
    if (order != null) {
      chosen = chosen.sorted(order);
    }
    return chosen.skip(skip).limit(top);
  }

  private static <T> QueryOptions<T> parse(
      QueryString query, EntityType<T> type, Set<String> supported) {
    refuseOthers(query, supported);
    return new QueryOptions<>(
        query.get("$filter").map(text -> FilterParser.parse(text, type)).orElse(row -> true),
        query.get("$orderby").map(text -> OrderByParser.parse(text, type)).orElse(null),
        number(query, "$skip", 0),
        number(query, "$top", Integer.MAX_VALUE),
        query.get("$select").map(text -> Selection.parse(text, type)).orElse(Selection.ALL));
  }

  private static void refuseOthers(QueryString query, Set<String> supported) {
    for (String name : query.names()) {
      if (name.startsWith("$") && !supported.contains(name)) {
        throw Refusal.badRequest(
            "The query option '" + name + "' is not supported on the requested resource.");
      }
    }
  }

  private static int number(QueryString query, String name, int otherwise) {
    String text = query.get(name).map(String::strip).orElse(null);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      throw Refusal.badRequest(
          "Incorrect format for %s argument '%s': a whole number from 0 is expected."
              .formatted(name, text));
    }
    return Integer.parseInt(text);
  }
}
