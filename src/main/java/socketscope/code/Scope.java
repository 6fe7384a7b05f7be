package socketscope.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The variables that a function of a program has declared so far. */
final class Scope {

  private final Set<String> declared = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** A function that declares nothing of its own. */
  Scope() {
    this(Set.of());
  }

  /** One that need not declare what all functions share. */
  Scope(Set<String> shared) {
    declared.addAll(shared);
  }

  /** Whether the variable has to be declared where it is assigned now. */
  boolean declare(String variable) {
    return declared.add(variable);
  }

  /** The name of what is declared so; null where nothing is yet. */
  @org.jspecify.annotations.Nullable
  String declaredAs(String declaration) {
    return names.get(declaration);
  }

  /** A new name for what is declared so. */
  String fresh(String base, String declaration) {
    int count = counts.merge(base, 1, Integer::sum);
    String name = count == 1 ? base : base + count;
    names.put(declaration, name);
    return name;
  }
}
