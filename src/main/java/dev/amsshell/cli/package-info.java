/** The command line: options, wiring, and how an outcome becomes an exit code. */
package dev.amsshell.cli;
