package dev.amsshell.script;

import java.util.Map;

/**
 * A script as class files.
 *
 * @param mainClass the name of the class of the script itself
 * @param classes class files by class name, classes from files beside the script included
 * @param files the files beside the script that were asked for, each with its digest
 */
record CompiledScript(String mainClass, Map<String, byte[]> classes, Map<String, String> files) {}
