/** What every room needs and nobody owns: I/O, cancellation, redaction, safe text, failures. */
package dev.amsshell.base;
