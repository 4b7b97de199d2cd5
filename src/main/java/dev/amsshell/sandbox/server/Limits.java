package dev.amsshell.sandbox.server;

import java.util.Map;

/**
 * Limits of the JDK's server, so that no client can hold on to a thread for ever. The server reads
 * them once, when it is first loaded; a value that the user gave is left alone.
 */
final class Limits {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          // without this JDK 17 takes 44 ms for every answer on a kept connection
          "sun.net.httpserver.nodelay", "true",
          // seconds for a request to arrive, and for its answer to be taken
          "sun.net.httpserver.maxReqTime", "20",
          "sun.net.httpserver.maxRspTime", "600",
          "sun.net.httpserver.maxReqHeaders", "200",
          // kept connections that are quiet; beyond them they are closed
          "sun.net.httpserver.maxIdleConnections", "2000",
          "jdk.httpserver.maxConnections", "4000");

  private Limits() {}

  static void set() {
    PROPERTIES.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
  }
}
