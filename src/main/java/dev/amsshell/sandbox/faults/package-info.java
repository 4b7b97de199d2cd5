/** What goes wrong on purpose: rules as data, the decision when they strike, and what is sent. */
package dev.amsshell.sandbox.faults;
