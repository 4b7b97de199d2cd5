package dev.amsshell.sandbox;

/** What is sent back, but for the headers that every answer has. */
record Answer(int status, String contentType, String dataServiceVersion, String body) {}
