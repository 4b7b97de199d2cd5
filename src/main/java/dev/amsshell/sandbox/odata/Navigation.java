package dev.amsshell.sandbox.odata;

import java.util.Optional;
import java.util.function.Function;

/**
 * A way from an entity to others.
 *
 * @param follow gives nothing where the sandbox does not hold what is at the other end
 */
public record Navigation<T>(String name, Function<T, Optional<EntitySet<?>>> follow) {}
