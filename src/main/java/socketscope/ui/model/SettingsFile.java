package socketscope.ui.model;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import socketscope.lab.Application;

/**
 * The file of what the user has chosen: names and values. What cannot be read is not there, and
 * where the file cannot be written the next window looks like a first one.
 */
public final class SettingsFile {

  private final Path file;
  private final Properties values = new Properties();

  /** Reads that file. */
  public SettingsFile(Path file) {
    this.file = file;
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      values.clear(); // there is none, or somebody has spoilt it
    }
  }

  /** The user's own. */
  public static SettingsFile ofUser() {
    return new SettingsFile(Application.configurationFolder().resolve("settings.properties"));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String get(String name, String otherwise) {
    return values.getProperty(name, otherwise);
  }

  boolean getBoolean(String name, boolean otherwise) {
    return has(name) ? Boolean.parseBoolean(get(name, "")) : otherwise;
  }

  double getDouble(String name, double otherwise) {
    try {
      return Double.parseDouble(get(name, ""));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The list of that name; empty where none was remembered. */
  List<String> list(String name) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> get(name + "." + i, ""))
        .takeWhile(text -> !text.isEmpty())
        .toList();
  }

  void put(String name, Object value) {
    values.setProperty(name, value.toString());
  }

  void put(String name, List<String> texts) {
    values.keySet().removeIf(key -> key.toString().startsWith(name + "."));
    for (int i = 0; i < texts.size(); i++) {
      put(name + "." + i, texts.get(i));
    }
  }

  /** Writes it; what was there is harmed only once the new one is whole. */
  void save() {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer writer = Files.newBufferedWriter(whole)) {
        values.store(writer, null);
      }
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // As in a home folder that is read-only.
    }
  }
}
