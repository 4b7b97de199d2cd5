package dev.amsshell.sandbox.odata;

/** Errors for clients that ask for XML or for nothing in particular (wire sheet 7.1). */
final class XmlErrors implements ErrorFormat {

  @Override
  public String contentType() {
    return "application/xml;charset=utf-8";
  }

  @Override
  public String errorVersion() {
    return "1.0;";
  }

  @Override
  public String error(String message) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + "<m:error xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\">"
        + "<m:code /><m:message xml:lang=\"en-US\">"
        + escape(message)
        + "</m:message></m:error>";
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .map(c -> isXmlCharacter(c) ? c : '?')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /** What a client sent may come back in a message, and not all of it is allowed in XML. */
  private static boolean isXmlCharacter(int c) {
    return c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }
}
