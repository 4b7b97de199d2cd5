/** Tokens, for every way of signing in. */
package dev.amsshell.auth;
