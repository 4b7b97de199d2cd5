/** Requests and answers as values. */
package dev.amsshell.sandbox.http;
