/** What pictures compute alike wherever they are drawn: ticks of axes, bins of histograms. */
package dev.amsshell.render.scale;
