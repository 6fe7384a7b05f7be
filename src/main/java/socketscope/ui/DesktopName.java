package socketscope.ui;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * The name by which a desktop knows the windows of this application, to group them and to find
 * their entry in its menus (WM_CLASS of ICCCM 4.1.2.5). JavaFX has nothing for it but an inner
 * class, and takes the name of a Java class where nobody asks that one; it opens itself to us only
 * where the launcher says so.
 */
final class DesktopName {

  private static final String NAME = "socketscope";

  private DesktopName() {}

  /** Starts JavaFX under that name; to be called before anything else of JavaFX. */
  static void set() {
    CountDownLatch named = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        Class<?> glass = Class.forName("com.sun.glass.ui.Application");
        Object application = glass.getMethod("GetApplication").invoke(null);
        glass.getMethod("setName", String.class).invoke(application, NAME);
      } catch (ReflectiveOperationException e) {
        // Then it is the name of our class.
      } finally {
        named.countDown();
      }
    });
    try {
      named.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
