package dev.amsshell.transport;

/**
 * A header of a request.
 *
 * @param name its name
 * @param value its value
 */
public record Header(String name, String value) {}
