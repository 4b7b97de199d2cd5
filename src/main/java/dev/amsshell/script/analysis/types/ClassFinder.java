package dev.amsshell.script.analysis.types;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds classes by their full names without initialising any. Remembers what it found. */
public final class ClassFinder {
  private final Map<String, Optional<Class<?>>> found = new ConcurrentHashMap<>();

  Optional<Class<?>> find(String name) {
    return found.computeIfAbsent(name, ClassFinder::load);
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, ClassFinder.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
