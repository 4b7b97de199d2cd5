package dev.amsshell.dsl;

import dev.amsshell.query.Entities;
import dev.amsshell.query.Entity;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which names in a {@code where { }} are properties of the row. */
public final class WhereNames {
  private static final Set<String> OF_TASKS = Set.of("tasks", "progress", "errors");

  private WhereNames() {}

  /** Whether rows of any kind have such a property. */
  public static boolean isProperty(String name) {
    return Entities.ALL.stream().anyMatch(entity -> isProperty(entity, name));
  }

  /** Whether rows of that kind have such a property, be it known to the service or not. */
  public static boolean isProperty(Entity<?> entity, String name) {
    return entity.find(name).isPresent() || isLocal(entity, name);
  }

  /** What to say of a property that the service cannot be asked about. */
  static String refusal(Entity<?> entity, String name) {
    if (isLocal(entity, name)) {
      return refusal(Optional.of(entity), name + " of " + entity, List.of(name));
    }
    try {
      return entity.property(name).name();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /**
   * What to say of an expression that the service cannot be asked about.
   *
   * @param entity the rows, when they are known
   * @param text the expression
   * @param names the properties in it
   */
  public static String refusal(Optional<Entity<?>> entity, String text, Collection<String> names) {
    boolean mayBeJobs = entity.isEmpty() || entity.get() == Entities.JOBS;
    boolean needsTasks = mayBeJobs && names.stream().anyMatch(OF_TASKS::contains);
    return "%s cannot be sent to the service; %s evaluates it here"
        .formatted(text, needsTasks ? "withTasks().filter { }" : "filter { }");
  }

  /** Whether a row has it, but the service does not know it. */
  private static boolean isLocal(Entity<?> entity, String name) {
    if (entity.find(name).isPresent() || name.isEmpty()) {
      return false;
    }
    String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return Arrays.stream(entity.type().getRecordComponents())
            .anyMatch(each -> each.getName().equals(name))
        || Arrays.stream(entity.type().getDeclaredMethods())
            .map(Method::getName)
            .anyMatch(getter::equals);
  }
}
