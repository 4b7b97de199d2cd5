package dev.amsshell.script.analysis;

import dev.amsshell.dsl.WordHelp;
import dev.amsshell.dsl.Words;
import dev.amsshell.job.JobState;
import dev.amsshell.query.Property;
import dev.amsshell.query.Type;
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
import java.util.stream.Stream;

/** What can follow the dot after a value. */
final class MemberSuggestions {
  static final String PROPERTIES = "properties";
  static final String METHODS = "methods";
  private static final String GROOVY = "methods of Groovy";

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

  private final Meaning meaning;
  private final Code code;
  private final Members members;
  private final Words words;

  MemberSuggestions(Meaning meaning, Words words) {
    this.meaning = meaning;
    this.code = meaning.code();
    this.members = meaning.members();
    this.words = words;
  }

  /** What can follow a dot; nothing when the type of what is before it is not known. */
  Stream<Suggestion> after(int dot) {
    return meaning.rows(dot).flatMap(rows -> ofRow(rows, dot)).orElseGet(() -> ofValue(dot));
  }

  private Stream<Suggestion> ofValue(int dot) {
    StaticType type = meaning.ofReceiver(dot);
    if (!type.isKnown()) {
      return Stream.empty();
    }
    Optional<Class<?>> named = Members.named(type);
    if (named.isPresent() && ShellTypes.contain(named.get())) {
      // the factories of our types are not for scripts
      return properties(type, named.get() == JobState.class ? NameSuggestions.STATES : PROPERTIES);
    }
    List<WordHelp> known = words.of(type.raw());
    if (ShellTypes.contain(type.raw()) && !known.isEmpty()) {
      return Stream.concat(
          known.stream().map(help -> word(type, help)),
          type.is(Iterable.class) ? extensions(type) : Stream.empty());
    }
    return Stream.of(properties(type, PROPERTIES), methods(type), extensions(type))
        .flatMap(each -> each);
  }

  /** What a condition that is sent to the service can say of a row. */
  private Optional<Stream<Suggestion>> ofRow(WhereRows rows, int dot) {
    int last = code.beforeDot(dot);
    int first = code.startOfChain(last);
    boolean isName = first == last;
    if (isName && code.is(first, rows.row())) {
      return Optional.of(rows.entity().properties().stream().map(each -> property(rows, each)));
    }
    boolean isOfRow =
        first >= 0 && first == last - 2 && code.is(first, rows.row()) && code.is(last - 1, ".");
    Optional<Property> property =
        isOfRow
            ? rows.entity().find(code.text(last))
            : isName && !meaning.locals(first).containsKey(code.text(first))
                ? rows.bare(code.text(first))
                : Optional.empty();
    return property.map(MemberSuggestions::tests);
  }

  private static Stream<Suggestion> tests(Property property) {
    Stream<String> tests =
        property.type() == Type.TEXT
            ? Stream.of("startsWith(", "endsWith(", "contains(", "length()")
            : property.type() == Type.STATE ? Stream.of("isFinal()", "isActive()") : Stream.of();
    return tests.map(each -> new Suggestion(each, METHODS, "", each.endsWith(")")));
  }

  Suggestion property(WhereRows rows, Property property) {
    return new Suggestion(
        property.name(),
        PROPERTIES,
        words.of(rows.entity().type(), property.name()).map(WordHelp::summary).orElse(""),
        true);
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
    List<WordHelp> known = words.of(type.raw());
    Map<String, String> summaries = new LinkedHashMap<>();
    known.forEach(each -> summaries.put(each.word(), each.summary()));
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
    if (method.name().matches("set\\P{Ll}.*") && method.parameters().size() == 1) {
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
