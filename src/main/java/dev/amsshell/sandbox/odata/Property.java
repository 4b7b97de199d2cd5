package dev.amsshell.sandbox.odata;

import java.util.function.Function;

/**
 * One property of an entity.
 *
 * @param read gives a String, Boolean, Integer, Long, Double, Instant, {@link ComplexList} or null
 */
public record Property<T>(String name, Edm type, Function<T, Object> read) {}
