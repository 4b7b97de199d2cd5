/** The AMS v2 REST API: which resources and operations there are, on an account. */
package dev.amsshell.sandbox.api;
