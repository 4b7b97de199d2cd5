package dev.amsshell.script.analysis;

import dev.amsshell.dsl.Ams;
import dev.amsshell.dsl.JobHandle;
import dev.amsshell.dsl.Query;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.query.Entities;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Property;
import dev.amsshell.script.analysis.types.ClassFinder;
import dev.amsshell.script.analysis.types.ClassNames;
import dev.amsshell.script.analysis.types.ExpressionTypes;
import dev.amsshell.script.analysis.types.Members;
import dev.amsshell.script.analysis.types.ParsedText;
import dev.amsshell.script.analysis.types.StaticType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What names and expressions in an input mean, as far as that shows before it is evaluated. */
final class Meaning {
  /** Longer expressions take the parser too long while somebody types; in characters. */
  private static final int LONGEST = 2000;

  private static final Set<String> WAITS = Set.of("await", "settle", "awaitAny");
  private static final List<Class<?>> WAITERS = List.of(Ams.class, JobHandle.class, Query.class);

  private final Code code;
  private final Scope scope;
  private final Members members;
  private final ClassNames classes;
  private final ExpressionTypes types;
  private final Locals locals;

  Meaning(Scan scan, Scope scope, Members members, ClassFinder finder) {
    this.code = new Code(scan);
    this.scope = scope;
    this.members = members;
    List<String> imports = new ArrayList<>(scope.imports());
    imports.add(scan.text());
    this.classes = new ClassNames(finder, scope.classes(), imports);
    this.types = new ExpressionTypes(members, classes);
    this.locals = new Locals(code, this);
  }

  Code code() {
    return code;
  }

  Scope scope() {
    return scope;
  }

  Members members() {
    return members;
  }

  ClassNames classes() {
    return classes;
  }

  /** The variables that the input itself declares before a piece. */
  Map<String, Supplier<StaticType>> locals(int at) {
    return locals.at(at);
  }

  /** The type of the expression that some pieces make. */
  StaticType of(int first, int last) {
    if (first < 0 || first > last) {
      return StaticType.UNKNOWN;
    }
    // what begins with a dot goes on from the last result
    String text = (code.isMemberDot(first) ? "_" : "") + code.text(first, last);
    return Optional.of(text)
        .filter(each -> each.length() <= LONGEST)
        .flatMap(ParsedText::expression)
        .map(expression -> types.of(expression, name -> find(name, first)))
        .orElse(StaticType.UNKNOWN);
  }

  /** The type of the chain that ends with a piece. */
  StaticType ofChain(int last) {
    return of(code.startOfChain(last), last);
  }

  /** The type of what a member is taken of; of each element after an asterisk. */
  StaticType ofReceiver(int dot) {
    int last = code.beforeDot(dot);
    StaticType type = dot == 0 ? find("_", dot).orElse(StaticType.UNKNOWN) : ofChain(last);
    return last == dot - 2 && code.is(dot - 1, "*") ? type.element() : type;
  }

  /** The type of what a method is called on. */
  StaticType ofReceiver(Call call) {
    return call.isOfMember(code) ? ofReceiver(call.name() - 1) : StaticType.UNKNOWN;
  }

  /** What a name means to the code at a piece. */
  Optional<StaticType> find(String name, int at) {
    Supplier<StaticType> local = locals.at(at).get(name);
    if (local != null) {
      return Optional.of(local.get());
    }
    Optional<Property> property = rows(at).flatMap(rows -> rows.bare(name));
    if (property.isPresent()) {
      return property.map(Meaning::of);
    }
    if (scope.variables().containsKey(name)) {
      return Optional.of(scope.variables().get(name));
    }
    if (name.equals("ams")) {
      return Optional.of(StaticType.of(Ams.class));
    }
    return JobState.known().stream().anyMatch(each -> constant(each).equals(name))
        ? Optional.of(StaticType.of(JobState.class))
        : Optional.empty();
  }

  /** How a state is written without quotes. */
  static String constant(JobState state) {
    return state.name().toUpperCase(Locale.ROOT);
  }

  private static StaticType of(Property property) {
    return StaticType.of(
        switch (property.type()) {
          case JOB_ID, TEXT -> String.class;
          case NUMBER -> Number.class;
          case TIME -> Instant.class;
          case DURATION -> Duration.class;
          case STATE -> JobState.class;
        });
  }

  /** What a call gives to so many parameters of its closure, when that is known. */
  Optional<List<StaticType>> closureParameters(Call call, int count) {
    String method = code.text(call.name());
    StaticType receiver = ofReceiver(call);
    if (!call.option().isEmpty()) {
      return Optional.of(call)
          .filter(this::isWait)
          .map(wait -> ofOption(wait.option()))
          .filter(known -> known.size() >= count);
    }
    return method.equals("where") && receiver.is(Query.class) && count == 1
        ? Optional.of(List.of(receiver.argument(0)))
        : types.closureParameters(receiver, method, count);
  }

  private static List<StaticType> ofOption(String option) {
    StaticType job = StaticType.of(Job.class);
    return switch (option) {
      case "until" -> List.of(job);
      case "onChange" -> List.of(job, StaticType.of(JobState.class));
      default -> List.of();
    };
  }

  /** Whether a call waits for jobs, and takes the options for that. */
  boolean isWait(Call call) {
    StaticType receiver = ofReceiver(call);
    return WAITS.contains(code.text(call.name())) && WAITERS.stream().anyMatch(receiver::is);
  }

  /** What a {@code where} around a piece asks about. */
  Optional<WhereRows> rows(int at) {
    int brace = code.enclosing(at);
    while (brace >= 0 && !code.is(brace, "{")) {
      brace = code.enclosing(brace);
    }
    if (brace < 0) {
      return Optional.empty();
    }
    int where = brace;
    return Call.withClosure(code, brace)
        .filter(call -> code.is(call.name(), "where"))
        .map(this::ofReceiver)
        .filter(receiver -> receiver.raw() == Query.class)
        .flatMap(receiver -> entity(receiver.argument(0)))
        .map(entity -> new WhereRows(entity, row(where, at), mentions(where, at)));
  }

  /** What a query is a query of. */
  static Optional<Entity<?>> entity(StaticType row) {
    return Entities.ALL.stream().filter(each -> each.type() == row.raw()).findFirst();
  }

  private String row(int brace, int at) {
    int arrow = locals.arrow(brace, at);
    return arrow < 0 ? "it" : code.text(arrow - 1);
  }

  /** Whether the row is named, so that names by themselves are no properties of it. */
  private boolean mentions(int brace, int at) {
    if (locals.arrow(brace, at) >= 0) {
      return true;
    }
    for (int i = brace + 1; i < at; i++) {
      if (code.is(i, "it")) {
        return true;
      }
    }
    return false;
  }
}
