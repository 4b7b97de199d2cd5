/** The account: its jobs, tasks and assets, and how they live. It knows nothing of the wire. */
package dev.amsshell.sandbox.account;
