/** Where the service is and what opens it. */
package dev.amsshell.config;
