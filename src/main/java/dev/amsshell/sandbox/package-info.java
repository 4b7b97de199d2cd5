/**
 * The built-in Azure Media Services v2 service: an OData v3 endpoint on loopback with an account of
 * believable jobs. It reads the wire sheet by itself and shares no wire code with the client, so
 * that two readings check each other.
 */
package dev.amsshell.sandbox;
