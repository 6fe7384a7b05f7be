package socketscope.capture;

import java.io.IOException;

/** A file of captured frames has no packet of TCP or UDP in it. */
public final class NoPacketsException extends IOException {

  private static final long serialVersionUID = 1;

  NoPacketsException(String file) {
    super(file);
  }
}
