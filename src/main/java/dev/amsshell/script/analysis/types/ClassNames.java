package dev.amsshell.script.analysis.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;

/** Which class a name means, given some imports. */
public final class ClassNames {
  private static final List<String> DEFAULT_PACKAGES =
      List.of("java.lang.", "java.util.", "java.io.", "java.net.", "groovy.lang.", "groovy.util.");

  private static final Map<String, Class<?>> BUILT_IN =
      Map.of(
          "boolean", boolean.class,
          "byte", byte.class,
          "char", char.class,
          "double", double.class,
          "float", float.class,
          "int", int.class,
          "long", long.class,
          "short", short.class,
          "BigDecimal", BigDecimal.class,
          "BigInteger", BigInteger.class);

  /** What people use most of what may be imported. */
  private static final List<String> COMMON =
      List.of(
          "ArrayList",
          "BigDecimal",
          "Boolean",
          "Collections",
          "Double",
          "Duration",
          "Exception",
          "File",
          "HashMap",
          "Instant",
          "Integer",
          "LinkedHashMap",
          "List",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "Long",
          "Map",
          "Math",
          "Number",
          "Optional",
          "Pattern",
          "Random",
          "Set",
          "String",
          "StringBuilder",
          "System",
          "Thread",
          "TreeMap",
          "UUID",
          "ZoneId",
          "ZoneOffset",
          "ZonedDateTime");

  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^\\s*import\\s+(\\w+(?:\\.\\w+)*?)(\\.\\*)?(?:\\s+as\\s+(\\w+))?\\s*;?\\s*$");

  private final ClassFinder finder;
  private final Map<String, Class<?>> own;
  private final Map<String, String> imported = new HashMap<>();
  private final List<String> packages = new ArrayList<>(DEFAULT_PACKAGES);

  /**
   * @param own classes that go before all others, by the names they go by
   * @param imports import statements, or any text that has such on lines of their own
   */
  public ClassNames(ClassFinder finder, Map<String, Class<?>> own, List<String> imports) {
    this.finder = finder;
    this.own = own;
    for (String text : imports) {
      Matcher each = IMPORT.matcher(text);
      while (each.find()) {
        String name = each.group(1);
        if (each.group(2) != null) {
          packages.add(name + ".");
        } else if (name.contains(".")) {
          String last = name.substring(name.lastIndexOf('.') + 1);
          imported.put(each.group(3) == null ? last : each.group(3), name);
        }
      }
    }
  }

  /** The names that are offered: what was defined and imported, and what is common. */
  public Set<String> offered() {
    Set<String> names = new TreeSet<>(own.keySet());
    Stream.of(imported.keySet(), ShellTypes.BY_NAME.keySet(), COMMON)
        .flatMap(all -> all.stream())
        .filter(name -> find(name).isPresent())
        .forEach(names::add);
    return names;
  }

  /** The class that a name means, be it short or in full. */
  public Optional<Class<?>> find(String name) {
    if (name.contains(".")) {
      int dot = name.lastIndexOf('.');
      return finder
          .find(name)
          .or(
              () ->
                  find(name.substring(0, dot))
                      .flatMap(
                          outer -> finder.find(outer.getName() + "$" + name.substring(dot + 1))));
    }
    Class<?> known = own.getOrDefault(name, BUILT_IN.get(name));
    if (known != null) {
      return Optional.of(known);
    }
    if (imported.containsKey(name)) {
      return find(imported.get(name));
    }
    return packages.stream()
        .flatMap(prefix -> finder.find(prefix + name).stream())
        .findFirst()
        .or(() -> Optional.ofNullable(ShellTypes.BY_NAME.get(name)));
  }

  /** A type as it was written. */
  public StaticType type(ClassNode written) {
    return type(written, Map.of());
  }

  /** A type as it was written where some names stand for types. */
  StaticType type(ClassNode written, Map<String, StaticType> variables) {
    if (written.isArray()) {
      return StaticType.of(type(written.getComponentType(), variables).raw().arrayType());
    }
    if (variables.containsKey(written.getName())) {
      return variables.get(written.getName());
    }
    List<StaticType> arguments = new ArrayList<>();
    GenericsType[] generics = written.getGenericsTypes();
    if (generics != null) {
      for (GenericsType each : generics) {
        arguments.add(each.isWildcard() ? StaticType.UNKNOWN : type(each.getType(), variables));
      }
    }
    return find(written.getName())
        .map(raw -> new StaticType(raw, arguments))
        .orElse(StaticType.UNKNOWN);
  }
}
