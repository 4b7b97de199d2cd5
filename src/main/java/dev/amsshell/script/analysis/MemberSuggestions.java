package dev.amsshell.script.analysis;

import dev.amsshell.dsl.WordHelp;
import dev.amsshell.dsl.Words;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Property;
import dev.amsshell.query.Type;
import dev.amsshell.script.analysis.types.ShellTypes;
import dev.amsshell.script.analysis.types.StaticType;
import java.util.Optional;
import java.util.stream.Stream;

/** What can follow the dot after a value. */
final class MemberSuggestions {
  private final Meaning meaning;
  private final Code code;
  private final TypeSuggestions types;
  private final Words words;

  MemberSuggestions(Meaning meaning, TypeSuggestions types, Words words) {
    this.meaning = meaning;
    this.code = meaning.code();
    this.types = types;
    this.words = words;
  }

  /**
   * What can follow a dot; nothing when the type of what is before it is not known.
   *
   * @param isBegun whether some of the word is there; before, the words of ours come without the
   *     many that Groovy adds
   */
  Stream<Suggestion> after(int dot, boolean isBegun) {
    return meaning
        .rows(dot)
        .flatMap(rows -> ofRow(rows, dot))
        .orElseGet(() -> ofType(meaning.ofReceiver(dot), isBegun));
  }

  private Stream<Suggestion> ofType(StaticType type, boolean isBegun) {
    boolean isOwnAlone = !isBegun && ShellTypes.contain(type.raw());
    return types.of(type).stream()
        .filter(each -> !isOwnAlone || !each.group().equals(TypeSuggestions.GROOVY));
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
    return tests.map(each -> new Suggestion(each, TypeSuggestions.METHODS, "", each.endsWith(")")));
  }

  private Suggestion property(WhereRows rows, Property property) {
    return property(rows.entity(), property, "", words);
  }

  /** A property that the service can be asked about, and what closes the text that it is in. */
  static Suggestion property(Entity<?> entity, Property property, String closing, Words words) {
    return new Suggestion(
        property.name() + closing,
        TypeSuggestions.PROPERTIES,
        words.of(entity.type(), property.name()).map(WordHelp::summary).orElse(""),
        true);
  }
}
