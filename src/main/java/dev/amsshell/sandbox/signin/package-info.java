/**
 * Signing in: the endpoints that give out tokens, as the service's directory, its old access
 * control and a machine's metadata service do, and the gate that asks for them. The wire facts are
 * from the wire sheet 1.2, 1.3 and 7.2; the numbers and texts of refusals are such as the directory
 * generally gives, none of them captured.
 */
package dev.amsshell.sandbox.signin;
