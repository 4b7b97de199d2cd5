/** The seam between the words of the shell and the dialects of the service. */
package dev.amsshell.service;
