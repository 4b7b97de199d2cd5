/** Checks of a script, what came of them, and their reports; and what is kept between runs. */
package dev.amsshell.check;
