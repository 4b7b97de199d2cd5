package dev.amsshell.script.analysis;

import dev.amsshell.dsl.WordHelp;
import dev.amsshell.dsl.Words;
import dev.amsshell.job.JobState;
import dev.amsshell.script.analysis.Token.Kind;
import dev.amsshell.script.analysis.types.StaticType;
import groovy.lang.Script;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be written by its name alone. */
final class NameSuggestions {
  static final String STATES = "states";
  private static final String VARIABLES = "variables";
  private static final String WORDS = "words";

  /** After a value, these can follow. */
  private static final List<String> BETWEEN_VALUES = List.of("as", "in", "instanceof");

  private static final List<String> IN_VALUES =
      List.of("false", "in", "instanceof", "new", "null", "this", "true");

  /** Those that people use to begin or go on with a statement at a prompt. */
  private static final List<String> IN_STATEMENTS =
      List.of(
          "assert",
          "boolean",
          "break",
          "case",
          "catch",
          "class",
          "continue",
          "def",
          "do",
          "double",
          "else",
          "enum",
          "false",
          "final",
          "finally",
          "for",
          "if",
          "import",
          "int",
          "long",
          "new",
          "null",
          "return",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "var",
          "while");

  private static final Set<String> BEFORE_CLASS =
      Set.of("new", "as", "instanceof", "extends", "implements", "throws");

  /** After these comes a name that is new, or one that cannot be known here. */
  private static final Set<String> BEFORE_NEW_NAME =
      Set.of(
          "boolean",
          "byte",
          "char",
          "class",
          "def",
          "double",
          "enum",
          "final",
          "float",
          "import",
          "int",
          "interface",
          "long",
          "package",
          "short",
          "trait",
          "var",
          "void");

  private static final List<String> PRINTING = List.of("print(", "printf(", "println(");

  private final Meaning meaning;
  private final Code code;
  private final Words words;

  NameSuggestions(Meaning meaning, Words words) {
    this.meaning = meaning;
    this.code = meaning.code();
    this.words = words;
  }

  /**
   * What can be at a piece.
   *
   * @param begun the name that was begun; without one, what there is plenty of is left out
   */
  Stream<Suggestion> at(int at, String begun) {
    String before = code.isFirstOfLine(at) ? "" : code.text(at - 1);
    if (BEFORE_CLASS.contains(before)) {
      return classes();
    }
    if (isNew(at, before)) {
      return Stream.empty();
    }
    if (!before.isEmpty() && (code.is(at - 1, Kind.STRING) || code.is(at - 1, Kind.NUMBER))) {
      return BETWEEN_VALUES.stream().map(NameSuggestions::keyword);
    }
    Stream<Suggestion> usual =
        Stream.of(properties(at), variables(at, begun), methods(), scriptWords()).flatMap(s -> s);
    Stream<Suggestion> plenty =
        Stream.of(
                states(),
                keywords(at).stream().map(NameSuggestions::keyword),
                isClassLike(begun) ? classes() : Stream.<Suggestion>empty())
            .flatMap(s -> s);
    return begun.isEmpty() ? usual : Stream.concat(usual, plenty);
  }

  private List<String> keywords(int at) {
    return code.isStatementStart(at) && meaning.rows(at).isEmpty() ? IN_STATEMENTS : IN_VALUES;
  }

  /** Small letters are the beginning of so much else. */
  private static boolean isClassLike(String begun) {
    return begun.length() > 1 && Character.isUpperCase(begun.charAt(0));
  }

  /** Whether the name is that of something which is being declared. */
  private boolean isNew(int at, String before) {
    boolean followsType =
        code.is(at - 1, Kind.NAME)
            && !before.isEmpty()
            && Character.isUpperCase(before.charAt(0))
            && code.isStatementStart(at - 1);
    int first = at;
    while (first > 0 && !code.isFirstOfLine(first)) {
      first--;
    }
    return followsType
        || BEFORE_NEW_NAME.contains(before)
        || code.is(first, "import") && first < at;
  }

  /** What a condition can ask about. */
  private Stream<Suggestion> properties(int at) {
    return meaning.rows(at).filter(rows -> !rows.isNamed()).stream()
        .map(WhereRows::entity)
        .flatMap(
            entity ->
                entity.properties().stream()
                    .map(each -> MemberSuggestions.property(entity, each, "", words)));
  }

  private Stream<Suggestion> variables(int at, String begun) {
    Stream<Suggestion> local =
        meaning.locals(at).entrySet().stream()
            .map(each -> variable(each.getKey(), each.getValue()));
    Stream<Suggestion> known =
        new TreeMap<>(meaning.scope().variables())
            .entrySet().stream()
                // results of earlier inputs are many
                .filter(each -> !each.getKey().startsWith("_") || begun.startsWith("_"))
                .map(each -> variable(each.getKey(), each::getValue));
    return Stream.concat(local, known);
  }

  private Suggestion variable(String name, Supplier<StaticType> type) {
    String summary =
        words
            .of(Script.class, name)
            .map(WordHelp::summary)
            .orElseGet(() -> type.get().isKnown() ? type.get().toString() : "");
    return new Suggestion(name, VARIABLES, summary, true);
  }

  private Stream<Suggestion> methods() {
    return meaning.scope().methods().stream()
        .sorted()
        .map(each -> new Suggestion(each + "(", TypeSuggestions.METHODS, "", false));
  }

  private Stream<Suggestion> scriptWords() {
    Stream<Suggestion> ours =
        words.of(Script.class).stream()
            .filter(each -> !each.word().equals("args") && !isState(each.word()))
            .map(NameSuggestions::word);
    Stream<Suggestion> printing =
        PRINTING.stream().map(each -> new Suggestion(each, WORDS, "", false));
    return Stream.concat(ours, printing);
  }

  /** What takes arguments does so in parentheses, unless it is shown without them. */
  private static Suggestion word(WordHelp help) {
    boolean isCall = help.signature().startsWith(help.word() + "(");
    return new Suggestion(help.word() + (isCall ? "(" : ""), WORDS, help.summary(), !isCall);
  }

  private static boolean isState(String word) {
    return JobState.known().stream().anyMatch(each -> Meaning.constant(each).equals(word));
  }

  Stream<Suggestion> states() {
    return JobState.known().stream()
        .map(
            each ->
                new Suggestion(
                    Meaning.constant(each),
                    STATES,
                    words
                        .of(Script.class, Meaning.constant(each))
                        .map(WordHelp::summary)
                        .orElse(""),
                    true));
  }

  private Stream<Suggestion> classes() {
    return meaning.classes().offered().stream()
        .map(
            each ->
                new Suggestion(
                    each,
                    "classes",
                    meaning.classes().find(each).map(Class::getName).orElse(""),
                    true));
  }

  private static Suggestion keyword(String word) {
    return new Suggestion(word, "keywords", "", true);
  }
}
