package socketscope.differential;

import java.util.HashMap;
import java.util.Map;

/**
 * The programs of experiments that are played one after another: a process's start is dear. One
 * that was killed has a successor of another name.
 */
final class Cast {

  private final Map<String, Integer> killed = new HashMap<>();
  private final Map<String, Integer> children = new HashMap<>();
  private int experiments;

  /** Counts the experiments from 1: what each of them names is its own. */
  int nextExperiment() {
    return ++experiments;
  }

  /** The name of the program that plays a role now. */
  String of(String role) {
    int before = killed.getOrDefault(role, 0);
    return before == 0 ? role : role + "_" + before + "x";
  }

  /** The program in that role is no more. */
  void kill(String role) {
    killed.merge(role, 1, Integer::sum);
  }

  /** The name of the next child of that program. */
  String child(String parent) {
    return parent + "." + children.merge(parent, 1, Integer::sum);
  }
}
