package dev.amsshell.dsl;

import dev.amsshell.query.Entity;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Property;
import dev.amsshell.query.Type;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds out what the sides of a comparison are, now that it is known which rows are asked for. */
final class WhereOperands {
  /** A value that only running the script will tell. */
  static final Object UNKNOWN = new Object();

  private final Entity<?> entity;
  private final String file;
  private final IntFunction<Object> values;

  /**
   * @param entity the rows
   * @param file for errors
   * @param values evaluates an operand by its number
   */
  WhereOperands(Entity<?> entity, String file, IntFunction<Object> values) {
    this.entity = entity;
    this.file = file;
    this.values = values;
  }

  /**
   * One side.
   *
   * @param node where it stands
   * @param row what it is of the row, or null when it is a value
   * @param property the property it is of; for a length one that holds the length
   * @param value may be null
   */
  record Side(WhereNode node, Operand row, Property property, Object value) {
    boolean isRow() {
      return row != null;
    }

    boolean isUnknown() {
      return value == UNKNOWN;
    }

    Type type() {
      return property.type();
    }
  }

  /** Whether anything of the row is in it. */
  boolean mentionsRow(WhereNode node) {
    return switch (node.kind()) {
      case PROPERTY -> true;
      case NAME, VARIABLE -> WhereNames.isProperty(entity, node.text(0));
      default -> node.nodes().stream().anyMatch(this::mentionsRow);
    };
  }

  Side of(WhereNode node) {
    return switch (node.kind()) {
      case PROPERTY -> property(node);
      case NAME -> mentionsRow(node) ? property(node) : value(node, evaluated(node, 1));
      case LENGTH -> length(node);
      case LITERAL -> value(node, literal(node));
      default -> {
        refuseRow(node);
        yield value(node, evaluated(node, 1));
      }
    };
  }

  /** The value of an operand. */
  Object evaluate(WhereNode node, int operand) {
    try {
      return values.apply(operand);
    } catch (MissingPropertyException e) {
      if (e.getType() == null || !Script.class.isAssignableFrom(e.getType())) {
        throw e;
      }
      throw refused(node, missing(e.getProperty()));
    }
  }

  private String missing(String name) {
    return WhereNames.isProperty(entity, name)
        ? "there is no variable '%s' here; where the row has a name, write it.%1$s".formatted(name)
        : "there is no variable '%s' here, and %s"
            .formatted(name, WhereNames.refusal(entity, name));
  }

  WhereRefused refused(WhereNode node, String message) {
    return new WhereRefused(message, file, node.line(), node.column());
  }

  private Object evaluated(WhereNode node, int part) {
    return evaluate(node, node.number(part));
  }

  /** Nothing in a value must be of the row. */
  private void refuseRow(WhereNode node) {
    List<WhereNode> names =
        (node.kind() == WhereNode.Kind.VARIABLE ? List.of(node) : node.nodes())
            .stream().filter(this::mentionsRow).toList();
    for (WhereNode name : names) {
      if (name.kind() == WhereNode.Kind.VARIABLE) {
        throw refused(
            name,
            ("'%s' is a variable of the script and also a property of %s; write it.%1$s for the"
                    + " property, or rename the variable")
                .formatted(name.text(0), entity));
      }
    }
    if (!names.isEmpty()) {
      throw refused(
          node,
          WhereNames.refusal(
              Optional.of(entity),
              node.text(0),
              names.stream().map(each -> each.text(0)).toList()));
    }
  }

  private Side property(WhereNode node) {
    Property property =
        entity
            .find(node.text(0))
            .orElseThrow(() -> refused(node, WhereNames.refusal(entity, node.text(0))));
    return new Side(node, new Operand.Of(property), property, null);
  }

  private Side length(WhereNode node) {
    Side subject = of(node.node(0));
    if (subject.type() != Type.TEXT) {
      throw refused(
          node, "%s is %s and has no length".formatted(subject.property(), subject.type().label()));
    }
    Operand length = new Operand.Length(subject.property());
    return new Side(
        node, length, new Property(length.toString(), Type.NUMBER, true, length::of), null);
  }

  private static Side value(WhereNode node, Object value) {
    return new Side(node, null, null, value);
  }

  private static Object literal(WhereNode node) {
    String text = node.text(1);
    return switch (node.text(0)) {
      case "String" -> text;
      case "Integer" -> Integer.valueOf(text);
      case "Long" -> Long.valueOf(text);
      case "Boolean" -> Boolean.valueOf(text);
      case "BigDecimal" -> new BigDecimal(text);
      default -> null;
    };
  }
}
