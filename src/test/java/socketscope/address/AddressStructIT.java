package socketscope.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import socketscope.event.NotationException;
import socketscope.event.SocketAddress;

/** The bytes are those that a C compiler makes of the structures. */
@EnabledOnOs(OS.LINUX)
class AddressStructIT {

  private static final List<String> ADDRESSES =
      List.of("127.0.0.1:5000", "[2001:db8::1]:80", "unix:chat", "unix:@chat");

  private static final String PROGRAM =
      """
      #include <arpa/inet.h>
      #include <stddef.h>
      #include <stdio.h>
      #include <string.h>
      #include <sys/un.h>

      static void print(const void *address, size_t length) {
        for (size_t i = 0; i < length; i++) {
          printf("%02x", ((const unsigned char *) address)[i]);
        }
        printf("\\n");
      }

      int main(void) {
        struct sockaddr_in in = {.sin_family = AF_INET, .sin_port = htons(5000)};
        inet_pton(AF_INET, "127.0.0.1", &in.sin_addr);
        print(&in, sizeof in);
        struct sockaddr_in6 in6 = {.sin6_family = AF_INET6, .sin6_port = htons(80)};
        inet_pton(AF_INET6, "2001:db8::1", &in6.sin6_addr);
        print(&in6, sizeof in6);
        struct sockaddr_un un = {.sun_family = AF_UNIX};
        size_t path = offsetof(struct sockaddr_un, sun_path);
        strcpy(un.sun_path, "chat");
        print(&un, path + strlen("chat") + 1);
        memset(un.sun_path, 0, sizeof un.sun_path);
        memcpy(un.sun_path + 1, "chat", 4);
        print(&un, path + 1 + 4);
        return 0;
      }
      """;

  @TempDir private Path folder;

  @Test
  void bytesAreTheCompilers() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    Files.writeString(folder.resolve("address.c"), PROGRAM);
    output("gcc", "-o", "address", "address.c");
    assertThat(output("./address").lines())
        .containsExactlyElementsOf(ADDRESSES.stream().map(AddressStructIT::bytes).toList());
  }

  private static String bytes(String text) {
    try {
      AddressStruct struct = AddressStruct.of(SocketAddress.parse(text), SockaddrFormat.LINUX);
      StringBuilder digits = new StringBuilder();
      for (byte value : struct.bytes().toArray()) {
        digits.append("%02x".formatted(value & 0xff));
      }
      return digits.toString();
    } catch (NotationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String output(String... command) throws Exception {
    Process process =
        new ProcessBuilder(Stream.of(command).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
