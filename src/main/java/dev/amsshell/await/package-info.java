/** Watching jobs until their verdict: when to look, what to ask, and how to tell of it. */
package dev.amsshell.await;
