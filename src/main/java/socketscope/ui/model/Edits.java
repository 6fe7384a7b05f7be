package socketscope.ui.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * What was typed into the calls, so that it can be undone and done again, across all of them in
 * their order. A system call that was made cannot be undone, and is not here.
 */
public final class Edits {

  private static final int KEPT = 200;

  /** Something that was typed. */
  private record Edit(Runnable undo, Runnable redo) {}

  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private List<Edit> together = List.of();
  private boolean gathering;
  private boolean atWork;

  /** No edits. */
  public Edits() {}

  /** Changes whenever there is something else to undo or to do again. */
  public ReadOnlyIntegerProperty changesProperty() {
    return count.getReadOnlyProperty();
  }

  /** Keeps what was just typed. While something is undone, that is no edit. */
  public void add(Runnable undo, Runnable redo) {
    if (atWork) {
      return;
    }
    Edit edit = new Edit(undo, redo);
    if (gathering) {
      together.add(edit);
    } else {
      keep(edit);
    }
  }

  /** Makes one edit of all that happens meanwhile. */
  public void together(Runnable edits) {
    gathering = true;
    together = new ArrayList<>();
    try {
      edits.run();
    } finally {
      gathering = false;
    }
    List<Edit> all = List.copyOf(together);
    if (!all.isEmpty()) {
      keep(
          new Edit(
              () -> all.reversed().forEach(edit -> edit.undo.run()),
              () -> all.forEach(edit -> edit.redo.run())));
    }
  }

  private void keep(Edit edit) {
    done.push(edit);
    undone.clear();
    if (done.size() > KEPT) {
      done.removeLast();
    }
    count.set(count.get() + 1);
  }

  /** Whether there is something to undo. */
  public boolean canUndo() {
    return !done.isEmpty();
  }

  /** Whether there is something to do again. */
  public boolean canRedo() {
    return !undone.isEmpty();
  }

  /** Undoes the last edit. */
  public void undo() {
    if (canUndo()) {
      Edit edit = done.pop();
      undone.push(edit);
      work(edit.undo);
    }
  }

  /** Does again what was undone last. */
  public void redo() {
    if (canRedo()) {
      Edit edit = undone.pop();
      done.push(edit);
      work(edit.redo);
    }
  }

  private void work(Runnable change) {
    atWork = true;
    try {
      change.run();
    } finally {
      atWork = false;
    }
    count.set(count.get() + 1);
  }
}
