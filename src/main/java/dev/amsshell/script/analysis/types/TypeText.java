package dev.amsshell.script.analysis.types;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types as people write them. */
final class TypeText {
  private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Za-z])");

  private TypeText() {}

  /** With its arguments, without packages. */
  static String of(Type type) {
    return PACKAGES.matcher(type.getTypeName()).replaceAll("").replace('$', '.');
  }

  /** In parentheses, with commas between them. */
  static String parameters(List<Parameter> parameters) {
    return parameters.stream()
        .map(each -> of(each.getParameterizedType()))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
