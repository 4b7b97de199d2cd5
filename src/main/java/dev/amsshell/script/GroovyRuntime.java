package dev.amsshell.script;

/** Groovy's own start, which takes longer than that of the rest of the program together. */
public final class GroovyRuntime {
  /** Its initialisation pulls in the registry of methods and the list of default imports. */
  private static final String LAST_TO_START = "org.codehaus.groovy.runtime.FormatHelper";

  private GroovyRuntime() {}

  /** Begins to start Groovy on a thread of its own, while the caller goes on with other work. */
  public static void startInBackground() {
    Thread thread = new Thread(GroovyRuntime::start, "groovy start");
    thread.setDaemon(true);
    thread.start();
  }

  private static void start() {
    try {
      Class.forName(LAST_TO_START);
    } catch (ClassNotFoundException | LinkageError e) {
      // a Groovy without it starts later, when a script first needs it
    }
  }
}
