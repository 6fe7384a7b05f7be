package socketscope.ui.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import socketscope.failure.FailureLog.FailureKind;
import socketscope.lab.ProcessFailure;
import socketscope.ui.wording.Words;

/**
 * Says in the window that Socketscope itself failed, and how to save the experiment: once for each
 * kind of failure, since one that comes with each frame would hide all else.
 */
public final class FailureNotices implements Thread.UncaughtExceptionHandler {

  private final Thread.UncaughtExceptionHandler log;
  private final Executor window;
  private final Notices notices;
  private final Runnable showLog;
  private final Set<FailureKind> told = ConcurrentHashMap.newKeySet();

  /**
   * Nothing has failed yet.
   *
   * @param log is told of each failure before
   * @param window runs a task on the JavaFX thread
   * @param showLog shows what is logged
   */
  public FailureNotices(
      Thread.UncaughtExceptionHandler log, Executor window, Notices notices, Runnable showLog) {
    this.log = log;
    this.window = window;
    this.notices = notices;
    this.showLog = showLog;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    log.uncaughtException(thread, failure);
    if (told.add(FailureKind.of(failure))) {
      Notice notice = Notice.failure(words -> sentence(failure, words));
      window.execute(() -> notices.show(notice.offering("notice.show-log", showLog)));
    }
  }

  private static String sentence(Throwable failure, Words words) {
    String what =
        failure instanceof ProcessFailure process
            ? words.get("failure.process", process.process())
            : words.get("failure.thread", failure.getClass().getSimpleName());
    return words.get(
        "failure.sentence", what, words.get("menu.file"), words.get("command.save_trace"));
  }
}
