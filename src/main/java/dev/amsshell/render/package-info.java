/** Values turned into text for people and for programs. */
package dev.amsshell.render;
