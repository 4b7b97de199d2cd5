package dev.amsshell.transport;

import dev.amsshell.base.SafeText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;

/** What an exception of the network means, in words for a person. */
final class Trouble {
  private Trouble() {}

  static String describe(IOException e) {
    if (e instanceof ProxyTrouble) {
      return e.getMessage();
    }
    if (e instanceof UnknownHostException) {
      return "there is no such host";
    }
    if (e instanceof InterruptedIOException) {
      return "no answer in time";
    }
    if (e instanceof NoRouteToHostException) {
      return "there is no route to it";
    }
    if (e instanceof ConnectException) {
      return "connection refused";
    }
    if (e instanceof NoHttpResponseException) {
      return "it closed the connection without an answer";
    }
    if (e instanceof ConnectionClosedException || e instanceof EOFException) {
      return "the answer broke off";
    }
    if (e instanceof ZipException) {
      return "its answer is not the gzip that it says it is";
    }
    if (e instanceof SSLException && passes(e)) {
      return "the TLS connection broke";
    }
    if (e instanceof SSLException) {
      return TlsTrouble.describe((SSLException) e);
    }
    if (e instanceof SocketException) {
      return "the connection broke (" + e.getMessage() + ")";
    }
    if (isNotHttp(e)) {
      return "it does not speak HTTP";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : SafeText.line(e.getMessage());
  }

  /** Whether another try right now may help; a stranger's protocol will be the same. */
  static boolean isTransient(IOException e) {
    return passes(e) && !isNotHttp(e) && !(e instanceof AnswerTooLarge);
  }

  /** Whether it may pass with time; what TLS refuses stays refused, unless its connection broke. */
  static boolean passes(IOException e) {
    if (e instanceof ProxyTrouble proxy) {
      return proxy.passes();
    }
    return !(e instanceof SSLException)
        || e.getCause() instanceof EOFException
        || e.getCause() instanceof SocketException
        || e.getCause() instanceof InterruptedIOException;
  }

  /** Whether nobody answers at an address, as when a service is no more. */
  static boolean isNobodyThere(IOException e) {
    return e instanceof UnknownHostException
        || e instanceof ConnectException
        || e instanceof NoRouteToHostException
        || e instanceof ProxyTrouble proxy && proxy.passes() && proxy.getCause() == null;
  }

  private static boolean isNotHttp(IOException e) {
    return e instanceof ClientProtocolException
        || e.getCause() instanceof ProtocolException
        || e.getClass().getSimpleName().contains("UnsupportedHttpVersion");
  }
}
