package dev.amsshell.script.analysis;

import dev.amsshell.dsl.WordHelp;
import dev.amsshell.dsl.Words;
import dev.amsshell.script.analysis.Token.Kind;
import dev.amsshell.script.analysis.types.Members;
import dev.amsshell.script.analysis.types.StaticType;
import dev.amsshell.script.analysis.types.TypedMethod;
import dev.amsshell.script.analysis.types.TypedProperty;
import groovy.lang.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is written at the end of an input. */
final class Explanations {
  private final Meaning meaning;
  private final Code code;
  private final Words words;
  private final ArgumentSuggestions arguments;

  Explanations(Meaning meaning, Words words) {
    this.meaning = meaning;
    this.code = meaning.code();
    this.words = words;
    this.arguments = new ArgumentSuggestions(meaning, words);
  }

  /**
   * What the last word is; if it is none, or means nothing, what the call around it is.
   *
   * @param hasWord whether the input ends in a word
   */
  Optional<Explanation> of(boolean hasWord) {
    int last = code.size() - 1;
    return (hasWord ? ofWord(last) : Optional.<Explanation>empty()).or(() -> ofCall(last));
  }

  private Optional<Explanation> ofCall(int last) {
    int at = last + 1;
    if (code.isClosing(last) && code.partner(last) > 0) {
      return Call.withParentheses(code, code.partner(last)).flatMap(call -> ofWord(call.name()));
    }
    int open = code.enclosing(at);
    while (open >= 0) {
      Optional<Explanation> found =
          (code.is(open, "{") ? Call.withClosure(code, open) : Call.withParentheses(code, open))
              .flatMap(call -> ofWord(call.name()));
      if (found.isPresent()) {
        return found;
      }
      open = code.enclosing(open);
    }
    return Optional.empty();
  }

  private Optional<Explanation> ofWord(int at) {
    return code.isMemberDot(at - 1) ? ofMember(at) : ofName(at);
  }

  private Optional<Explanation> ofMember(int at) {
    StaticType type = meaning.ofReceiver(at - 1);
    if (!type.isKnown()) {
      return Optional.empty();
    }
    String name = code.text(at);
    Optional<WordHelp> help =
        Members.named(type).isPresent() ? Optional.empty() : words.of(type.raw(), name);
    if (help.isPresent()) {
      return help.map(Explanation::of);
    }
    Stream<String> property =
        meaning.members().property(type, name).map(TypedProperty::signature).stream();
    Stream<String> methods =
        meaning.members().methods(type, name).stream().map(TypedMethod::signature);
    return explained(Stream.concat(property, methods).distinct().toList());
  }

  private Optional<Explanation> ofName(int at) {
    String name = code.text(at);
    Optional<WordHelp> option = option(at);
    if (option.isPresent()) {
      return option.map(Explanation::of);
    }
    Optional<WordHelp> word = words.of(Script.class, name);
    if (word.isPresent() && !meaning.locals(at).containsKey(name)) {
      return word.map(Explanation::of);
    }
    Optional<WordHelp> property =
        meaning
            .rows(at)
            .filter(rows -> rows.bare(name).isPresent())
            .flatMap(rows -> words.of(rows.entity().type(), name));
    if (property.isPresent()) {
      return property.map(Explanation::of);
    }
    Optional<StaticType> variable = meaning.find(name, at);
    if (variable.isPresent()) {
      return explained(List.of(variable.get().isKnown() ? name + ": " + variable.get() : name));
    }
    return code.is(at, Kind.NAME)
        ? explained(meaning.classes().find(name).stream().flatMap(Explanations::ofClass).toList())
        : Optional.empty();
  }

  private static Stream<String> ofClass(Class<?> type) {
    String kind = type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
    return Stream.concat(
        Stream.of(kind + " " + type.getName()), Members.constructors(type).stream());
  }

  /** A name in arguments may be that of one of the call's options. */
  private Optional<WordHelp> option(int at) {
    int open = code.enclosing(at);
    if (!code.is(open, "(") || !code.is(at - 1, ",") && at - 1 != open) {
      return Optional.empty();
    }
    return Call.withParentheses(code, open)
        .flatMap(
            call ->
                arguments.known(call).stream()
                    .filter(each -> code.is(at, each.word()))
                    .findFirst());
  }

  private static Optional<Explanation> explained(List<String> signatures) {
    return signatures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Explanation(signatures, Optional.empty()));
  }
}
