package dev.amsshell.sandbox;

/** An encoder or analyser that tasks name (wire sheet 4.4). */
record MediaProcessor(
    String id, String description, String name, String sku, String vendor, String version) {}
