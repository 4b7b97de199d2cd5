/** Jobs and tasks as pure values, free of any dialect of the service. */
package dev.amsshell.job;
