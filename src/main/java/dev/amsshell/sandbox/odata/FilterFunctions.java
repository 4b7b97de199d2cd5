package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.util.List;
import java.util.function.BiPredicate;

/** The functions known to work in filters (wire sheet 5.2); of null each of them is null. */
final class FilterFunctions {

  private static final List<String> CASTS =
      List.of("Edm.Int32", "Edm.Int64", "Edm.Double", "Edm.String");

  private FilterFunctions() {}

  static <T> FilterExpression<T> call(FilterToken function, List<FilterExpression<T>> arguments) {
    return switch (function.text()) {
      case "startswith" -> test(function, arguments, String::startsWith);
      case "endswith" -> test(function, arguments, String::endsWith);
      // The one that is contained comes first.
      case "substringof" -> test(function, arguments, (part, whole) -> whole.contains(part));
      case "length" -> length(function, arguments);
      case "cast" -> cast(function, arguments);
      default ->
          throw Refusal.badRequest(
              "Unknown function '%s' at position %d."
                  .formatted(function.text(), function.position()));
    };
  }

  private static <T> FilterExpression<T> test(
      FilterToken function, List<FilterExpression<T>> arguments, BiPredicate<String, String> test) {
    requireStrings(function, arguments, 2);
    return FilterExpression.computed(
        Edm.BOOLEAN,
        function.position(),
        row -> {
          String first = (String) arguments.get(0).of(row);
          String second = (String) arguments.get(1).of(row);
          return first == null || second == null ? null : test.test(first, second);
        });
  }

  private static <T> FilterExpression<T> length(
      FilterToken function, List<FilterExpression<T>> arguments) {
    requireStrings(function, arguments, 1);
    return FilterExpression.computed(
        Edm.INT32,
        function.position(),
        row -> {
          String text = (String) arguments.get(0).of(row);
          return text == null ? null : text.length();
        });
  }

  /** Clients cast where the types fit anyway, so the value is what it was. */
  private static <T> FilterExpression<T> cast(
      FilterToken function, List<FilterExpression<T>> arguments) {
    boolean known =
        arguments.size() == 2
            && arguments.get(1).isLiteral()
            && CASTS.contains(String.valueOf(arguments.get(1).of(null)));
    if (!known) {
      throw Refusal.badRequest(
          "No applicable function found for 'cast' at position %d: it takes a value and one of %s."
              .formatted(function.position(), String.join(", ", CASTS)));
    }
    return arguments.get(0);
  }

  private static <T> void requireStrings(
      FilterToken function, List<FilterExpression<T>> arguments, int count) {
    if (arguments.size() != count || !arguments.stream().allMatch(a -> a.isA(Edm.STRING))) {
      throw Refusal.badRequest(
          "No applicable function found for '%s' at position %d: it takes %d of type Edm.String."
              .formatted(function.text(), function.position(), count));
    }
  }
}
