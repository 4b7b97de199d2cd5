package dev.amsshell.dsl;

import dev.amsshell.base.Failure;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the words need of whoever runs them, whatever account they are about.
 *
 * @param display prints a value where results go
 * @param clean takes out what must not get into a file, such as secrets
 * @param others the accounts of other profiles by their names; may throw a {@link Failure}
 */
public record Host(
    Consumer<Object> display, UnaryOperator<String> clean, Function<String, Ams> others) {}
