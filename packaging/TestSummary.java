import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Says after the tests which classes took longest, and how many tests were skipped and why. Where
 * the environment variable SOCKETSCOPE_NO_SKIPS is set, as by .ci/run, everything that a test needs
 * was promised, and it fails where one was skipped.
 */
final class TestSummary {

  private static final int SHOWN = 12;

  private final Map<String, Double> seconds = new TreeMap<>();
  private final Map<String, Integer> skipped = new TreeMap<>();
  private int tests;

  /** Argument: the folder of the reports. */
  public static void main(String[] args) throws Exception {
    TestSummary summary = new TestSummary();
    DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (Path report : reports(Path.of(args[0]))) {
      summary.add(reader.parse(report.toFile()).getElementsByTagName("testcase"));
    }
    summary.print();
    if (System.getenv("SOCKETSCOPE_NO_SKIPS") != null && !summary.skipped.isEmpty()) {
      System.err.println("Nothing may be skipped here: SOCKETSCOPE_NO_SKIPS is set.");
      System.exit(1);
    }
  }

  private static List<Path> reports(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList();
    }
  }

  private void add(NodeList testCases) {
    for (int i = 0; i < testCases.getLength(); i++) {
      Element test = (Element) testCases.item(i);
      double time = Double.parseDouble(test.getAttribute("time").replace(",", ""));
      seconds.merge(test.getAttribute("classname"), time, Double::sum);
      tests++;
      NodeList skips = test.getElementsByTagName("skipped");
      if (skips.getLength() > 0) {
        String reason = ((Element) skips.item(0)).getAttribute("message");
        skipped.merge(reason.replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
      }
    }
  }

  private void print() {
    double sum = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.printf(
        "%d tests in %d classes: %.0f s, added up. The longest:%n", tests, seconds.size(), sum);
    seconds.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .forEach(entry -> System.out.printf("%7.1f s  %s%n", entry.getValue(), entry.getKey()));
    if (skipped.isEmpty()) {
      System.out.println("No test was skipped.");
    }
    skipped.forEach((reason, count) -> System.out.printf("%d skipped: %s%n", count, reason));
  }
}
