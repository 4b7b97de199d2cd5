/** What is failing, since when, how much of it, whose fault it is, and what to do. */
package dev.amsshell.triage;
