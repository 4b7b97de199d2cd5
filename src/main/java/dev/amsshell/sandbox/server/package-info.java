/** The sandbox on a socket. */
package dev.amsshell.sandbox.server;
