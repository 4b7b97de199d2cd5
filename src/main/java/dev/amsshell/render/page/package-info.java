/** What is more than rows, as a page of text, tables and pictures; free of where it is shown. */
package dev.amsshell.render.page;
