/** The words that scripts and the prompt use. */
package dev.amsshell.dsl;
