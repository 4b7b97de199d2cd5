package dev.amsshell.sandbox;

/** A representation in which at least an error can be written. */
interface ErrorFormat {

  String contentType();

  /** The DataServiceVersion of an error. */
  String errorVersion();

  String error(String message);
}
