/** Groovy: compiling and running scripts, and the lines of the prompt. */
package dev.amsshell.script;
