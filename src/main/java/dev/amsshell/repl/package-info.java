/** The prompt: line editing, history, commands. */
package dev.amsshell.repl;
