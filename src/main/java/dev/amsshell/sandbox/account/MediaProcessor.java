package dev.amsshell.sandbox.account;

/** An encoder or analyser that tasks name (wire sheet 4.4). */
public record MediaProcessor(
    String id, String description, String name, String sku, String vendor, String version) {}
