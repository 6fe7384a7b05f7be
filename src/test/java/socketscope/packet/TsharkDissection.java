package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What tshark makes of a file: each packet's fields, with their places, by their names. */
final class TsharkDissection {

  /** One field: {@code shown} as tshark writes it, its place counted from the IP header on. */
  record Found(String shown, int offset, int length) {}

  private TsharkDissection() {}

  static boolean installed() {
    return Stream.of("tshark", "tcpdump")
        .allMatch(program ->
            Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Path.of(folder, program).toFile().canExecute()));
  }

  /** The fields of every packet; a field that is there several times in the order of the bytes. */
  static List<Map<String, List<Found>>> read(Path file, int linkHeader, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
    command.addAll(List.of("-T", "pdml"));
    command.addAll(List.of(options));
    Process tshark =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<Map<String, List<Found>>> packets = new ArrayList<>();
    SAXParserFactory.newDefaultInstance()
        .newSAXParser()
        .parse(tshark.getInputStream(), new Fields(packets, linkHeader));
    assertThat(tshark.waitFor()).isZero();
    return packets;
  }

  /** What a program prints, with its complaints. */
  static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
  }

  private static final class Fields extends DefaultHandler {
    private final List<Map<String, List<Found>>> packets;
    private final int linkHeader;

    Fields(List<Map<String, List<Found>>> packets, int linkHeader) {
      this.packets = packets;
      this.linkHeader = linkHeader;
    }

    @Override
    public void startElement(String uri, String local, String element, Attributes attributes) {
      if (element.equals("packet")) {
        packets.add(new HashMap<>());
      } else if (element.equals("field") && attributes.getValue("pos") != null) {
        packets
            .getLast()
            .computeIfAbsent(attributes.getValue("name"), _ -> new ArrayList<>())
            .add(
                new Found(
                    attributes.getValue("show"),
                    Integer.parseInt(attributes.getValue("pos")) - linkHeader,
                    Integer.parseInt(attributes.getValue("size"))));
      }
    }
  }
}
