/** Shows the life of TCP and UDP sockets with real system calls. */
module socketscope {
  requires static org.jspecify;
  requires tools.jackson.core;
  requires info.picocli;
  requires org.commonmark;
  requires java.desktop;
  requires java.logging;
  requires javafx.controls;
  requires atlantafx.base;
  requires org.controlsfx.controls;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.feather;

  // JavaFX makes the application object.
  exports socketscope.ui to
      javafx.graphics;

  // picocli sets the fields of the commands.
  opens socketscope.cli to
      info.picocli;
}
