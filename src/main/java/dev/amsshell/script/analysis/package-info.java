/** What can be said about a text of Groovy without running any of it. */
package dev.amsshell.script.analysis;
