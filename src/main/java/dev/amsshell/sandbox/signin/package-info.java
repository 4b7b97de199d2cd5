/** Tokens: where they are handed out and where they are asked for. */
package dev.amsshell.sandbox.signin;
