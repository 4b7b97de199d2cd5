/** Requests and answers as values, and batches of them as text. */
package dev.amsshell.sandbox.http;
