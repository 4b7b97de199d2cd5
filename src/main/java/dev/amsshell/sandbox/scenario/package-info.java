/** Scenario files: an account, and what goes wrong with it, written down in TOML. */
package dev.amsshell.sandbox.scenario;
