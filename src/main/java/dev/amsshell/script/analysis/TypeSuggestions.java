package dev.amsshell.script.analysis;

import dev.amsshell.dsl.WordHelp;
import dev.amsshell.dsl.Words;
import dev.amsshell.job.JobState;
import dev.amsshell.script.analysis.types.Members;
import dev.amsshell.script.analysis.types.ShellTypes;
import dev.amsshell.script.analysis.types.StaticType;
import dev.amsshell.script.analysis.types.TypedMethod;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a type offers after a dot: of our own types their words, of others all there is. */
final class TypeSuggestions {
  static final String PROPERTIES = "properties";
  static final String METHODS = "methods";
  static final String GROOVY = "words of Groovy";

  /** What operators and coercions stand for; nobody calls them by these names. */
  private static final Set<String> OPERATORS =
      Set.of(
          "and",
          "asBoolean",
          "asType",
          "bitwiseNegate",
          "call",
          "compareTo",
          "div",
          "equals",
          "getAt",
          "hashCode",
          "isCase",
          "isNotCase",
          "leftShift",
          "minus",
          "mod",
          "multiply",
          "negative",
          "next",
          "or",
          "plus",
          "positive",
          "power",
          "previous",
          "putAt",
          "remainder",
          "rightShift",
          "rightShiftUnsigned",
          "xor");

  private final Members members;
  private final Words words;
  private final Map<StaticType, List<Suggestion>> known = new ConcurrentHashMap<>();

  TypeSuggestions(Members members, Words words) {
    this.members = members;
    this.words = words;
  }

  /** What can follow a value of a type; nothing when the type is not known. */
  List<Suggestion> of(StaticType type) {
    return type.isKnown() ? known.computeIfAbsent(type, each -> found(each).toList()) : List.of();
  }

  private Stream<Suggestion> found(StaticType type) {
    Optional<Class<?>> named = Members.named(type);
    if (named.isPresent() && ShellTypes.contain(named.get())) {
      // the factories of our types are not for scripts
      return properties(type, named.get() == JobState.class ? NameSuggestions.STATES : PROPERTIES);
    }
    List<WordHelp> own = words.of(type.raw());
    if (ShellTypes.contain(type.raw()) && !own.isEmpty()) {
      return Stream.concat(
          own.stream().map(help -> word(type, help)),
          type.is(Iterable.class) ? extensions(type) : Stream.empty());
    }
    return Stream.of(properties(type, PROPERTIES), methods(type), extensions(type))
        .flatMap(each -> each);
  }

  private Suggestion word(StaticType type, WordHelp help) {
    boolean isMethod = help.signature().startsWith(help.word() + "(");
    List<TypedMethod> methods = members.methods(type).getOrDefault(help.word(), List.of());
    return isMethod && !methods.isEmpty() || members.property(type, help.word()).isEmpty()
        ? method(help.word(), methods, METHODS, help.summary())
        : new Suggestion(help.word(), PROPERTIES, help.summary(), true);
  }

  private Stream<Suggestion> properties(StaticType type, String group) {
    // our own words among those of the JDK come first
    List<WordHelp> own = words.of(type.raw());
    Map<String, String> summaries = new LinkedHashMap<>();
    own.forEach(each -> summaries.put(each.word(), each.summary()));
    members.properties(type).forEach(each -> summaries.putIfAbsent(each.name(), each.signature()));
    return summaries.entrySet().stream()
        // a keyword is no good name to read by
        .filter(each -> !Keywords.ALL.contains(each.getKey()))
        .map(each -> new Suggestion(each.getKey(), group, each.getValue(), true));
  }

  private Stream<Suggestion> methods(StaticType type) {
    return members.methods(type).entrySet().stream()
        .filter(each -> !areAccessors(type, each.getValue()))
        .map(each -> method(each, METHODS));
  }

  private Stream<Suggestion> extensions(StaticType type) {
    Map<String, List<TypedMethod>> own = members.methods(type);
    return members.extensions(type).entrySet().stream()
        .filter(each -> !OPERATORS.contains(each.getKey()) && !own.containsKey(each.getKey()))
        // those of any object whatever would bury the others
        .filter(each -> each.getValue().get(0).owner() != Object.class)
        .filter(each -> !areAccessors(type, each.getValue()))
        .map(each -> method(each, GROOVY));
  }

  private boolean areAccessors(StaticType type, List<TypedMethod> methods) {
    return methods.stream().allMatch(each -> isAccessor(type, each));
  }

  private boolean isAccessor(StaticType type, TypedMethod method) {
    if (type.is(Map.class)) {
      return false;
    }
    if (method.isSetter()) {
      return true;
    }
    return members.properties(type).stream()
        .anyMatch(each -> method.equals(each.getter()) && !Keywords.ALL.contains(each.name()));
  }

  private static Suggestion method(Map.Entry<String, List<TypedMethod>> named, String group) {
    List<TypedMethod> all = named.getValue();
    String more = all.size() == 1 ? "" : ", and %d more".formatted(all.size() - 1);
    return method(named.getKey(), all, group, all.get(0).signature() + more);
  }

  /** A method up to where its arguments begin. */
  private static Suggestion method(
      String name, List<TypedMethod> overloads, String group, String summary) {
    boolean isAlone = overloads.stream().allMatch(each -> each.parameters().isEmpty());
    boolean mayBeAlone = overloads.stream().anyMatch(each -> each.parameters().isEmpty());
    boolean takesClosure =
        overloads.stream()
            .anyMatch(
                each ->
                    each.parameters().size() == 1
                        && each.parameters().get(0).getType() == Closure.class);
    String brackets = isAlone ? "()" : !takesClosure ? "(" : mayBeAlone ? "" : " {";
    return new Suggestion(name + brackets, group, summary, isAlone || brackets.equals(" {"));
  }
}
