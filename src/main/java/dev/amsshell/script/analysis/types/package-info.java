/** What types expressions have and what their types offer, by reflection on declarations alone. */
package dev.amsshell.script.analysis.types;
