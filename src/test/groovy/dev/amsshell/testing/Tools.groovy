package dev.amsshell.testing

/** Programs that specs need and that not every machine has. */
final class Tools {
    private Tools() {}

    /** Says so loudly when it is not there, and fails when everything has to be. */
    static boolean isThere(String tool, String what, boolean found) {
        if (!found && System.getenv('AMS_SHELL_REQUIRE_ALL')) {
            throw new IllegalStateException("$tool is not installed, and AMS_SHELL_REQUIRE_ALL is set")
        }
        if (!found) {
            System.err.println("*** SKIPPED: the specs of $what need $tool, which is not installed")
        }
        return found
    }
}
