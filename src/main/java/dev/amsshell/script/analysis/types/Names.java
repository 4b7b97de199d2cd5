package dev.amsshell.script.analysis.types;

import java.util.Optional;

/** What the names in an expression stand for. */
@FunctionalInterface
public interface Names {
  /** The type of a variable; empty when there is none of that name. */
  Optional<StaticType> find(String name);
}
