package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Answer;

/** A representation in which every resource, and every error, can be written. */
public interface PayloadFormat {

  /** The header that names the version of OData an answer is in. */
  String DATA_SERVICE_VERSION = "DataServiceVersion";

  /** The Content-Type of that resource (wire sheet 2). */
  String contentType(Resource resource);

  /** The DataServiceVersion of the answer: OData 3.0 only where it is needed (wire sheet 4.5). */
  String version(Resource resource);

  String write(Resource resource);

  /** The Content-Type of an error (wire sheet 7.1). */
  String errorContentType();

  /** The DataServiceVersion of an error. */
  String errorVersion();

  String error(String message);

  /** A resource as an answer. */
  default Answer answer(int status, Resource resource) {
    return Answer.of(status, contentType(resource), write(resource))
        .with(DATA_SERVICE_VERSION, version(resource));
  }

  /** An error as an answer. */
  default Answer refusal(int status, String message) {
    return Answer.of(status, errorContentType(), error(message))
        .with(DATA_SERVICE_VERSION, errorVersion());
  }
}
