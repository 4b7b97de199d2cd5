package dev.amsshell.testing

import java.nio.file.Files
import java.nio.file.Path

/** A folder outside the project that is removed when the specs have ended. */
final class TemporaryFolder {
    private TemporaryFolder() {
    }

    static Path named(String name) {
        def folder = Files.createTempDirectory("ams-shell-$name")
        addShutdownHook { folder.toFile().deleteDir() }
        return folder
    }
}
