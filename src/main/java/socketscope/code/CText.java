package socketscope.code;

/** The parts of a C program that are always the same. */
final class CText {

  static final String IPV4 =
      """
      static struct sockaddr_in ipv4(const char *host, int port)
      {
          struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
          inet_pton(AF_INET, host, &address.sin_addr);
          return address;
      }
      """;

  static final String IPV6 =
      """
      static struct sockaddr_in6 ipv6(const char *host, int port)
      {
          struct sockaddr_in6 address = { .sin6_family = AF_INET6, .sin6_port = htons(port) };
          inet_pton(AF_INET6, host, &address.sin6_addr);
          return address;
      }
      """;

  static final String ADDRESS_TEXT =
      """
      static const char *address_text(const struct sockaddr_storage *address)
      {
          static char text[80];
          char host[INET6_ADDRSTRLEN] = "?";
          if (address->ss_family == AF_INET) {
              const struct sockaddr_in *in = (const struct sockaddr_in *) address;
              inet_ntop(AF_INET, &in->sin_addr, host, sizeof host);
              snprintf(text, sizeof text, "%s:%d", host, ntohs(in->sin_port));
          } else if (address->ss_family == AF_INET6) {
              const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *) address;
              inet_ntop(AF_INET6, &in6->sin6_addr, host, sizeof host);
              snprintf(text, sizeof text, "[%s]:%d", host, ntohs(in6->sin6_port));
          } else {
              snprintf(text, sizeof text, "family %d", address->ss_family);
          }
          return text;
      }
      """;

  static final String FILL =
      """
      static void fill(char *data, size_t length, const char *pattern, size_t period)
      {
          for (size_t i = 0; i < length; i++) {
              data[i] = pattern[i % period];
          }
      }
      """;

  static final String PRINT_CALL =
      """
      static void print_call(ssize_t result, const char *call, va_list values)
      {
          int error = errno;
          vprintf(call, values);
          if (result != -1) {
              printf(" = %zd", result);
          } else if (error_name(error) != NULL) {
              printf(" = -1 %s", error_name(error));
          } else {
              printf(" = -1 (%s)\\n", strerror(error));
              exit(EXIT_FAILURE);
          }
      }

      static void end_line(void)
      {
          printf("\\n");
          fflush(stdout);
      }
      """;

  static final String PRINT_CALL_STRICT =
      """
      static void print_call(ssize_t result, const char *call, va_list values)
      {
          int error = errno;
          vprintf(call, values);
          if (result == -1) {
              printf(" = -1 (%s)\\n", strerror(error));
              exit(EXIT_FAILURE);
          }
          printf(" = %zd", result);
      }

      static void end_line(void)
      {
          printf("\\n");
          fflush(stdout);
      }
      """;

  static final String REPORT =
      """
      static void report(ssize_t result, const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          end_line();
      }
      """;

  static final String PRINT_BYTES =
      """
      static void print_bytes(ssize_t count, const char *bytes, ssize_t room)
      {
          if (count > room) {
              count = room;
          }
          printf(" \\"");
          for (ssize_t i = 0; i < count && i < 32; i++) {
              unsigned char byte = bytes[i];
              switch (byte) {
              case '\\n': printf("\\\\n"); break;
              case '\\t': printf("\\\\t"); break;
              case '\\r': printf("\\\\r"); break;
              case '"': printf("\\\\\\""); break;
              case '\\\\': printf("\\\\\\\\"); break;
              default: printf(byte >= ' ' && byte < 127 ? "%c" : "\\\\x%02x", byte);
              }
          }
          printf(count > 32 ? "\\"..." : "\\"");
      }
      """;

  static final String REPORT_BYTES =
      """
      static void report_bytes(ssize_t count, const char *bytes, ssize_t room,
                               const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(count, call, values);
          va_end(values);
          if (count >= 0) {
              print_bytes(count, bytes, room);
          }
          end_line();
      }
      """;

  static final String REPORT_BYTES_FROM =
      """
      static void report_bytes_from(ssize_t count, const char *bytes, ssize_t room,
                                    const struct sockaddr_storage *from, socklen_t length,
                                    const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(count, call, values);
          va_end(values);
          if (count >= 0) {
              print_bytes(count, bytes, room);
              if (length > 0) {
                  printf(" from %s", address_text(from));
              }
          }
          end_line();
      }
      """;

  static final String REPORT_FROM =
      """
      static void report_from(int result, const struct sockaddr_storage *from, socklen_t length,
                              const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          if (result >= 0 && length > 0) {
              printf(" from %s", address_text(from));
          }
          end_line();
      }
      """;

  static final String REPORT_ADDRESS =
      """
      static void report_address(ssize_t result, const struct sockaddr_storage *address,
                                 const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          if (result >= 0) {
              printf(" %s", address_text(address));
          }
          end_line();
      }
      """;

  static final String REPORT_VALUE =
      """
      static void report_value(ssize_t result, int value, const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          if (result >= 0) {
              printf(" [%d]", value);
          }
          end_line();
      }
      """;

  static final String REPORT_LINGER =
      """
      static void report_linger(ssize_t result, struct linger linger, const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          if (result >= 0) {
              printf(" {l_onoff=%d, l_linger=%d}", linger.l_onoff, linger.l_linger);
          }
          end_line();
      }
      """;

  static final String ASK_FOR =
      """
      static int ask_for(const char *what)
      {
          char line[16];
          fprintf(stderr, "%s ", what);
          if (fgets(line, sizeof line, stdin) == NULL) {
              exit(EXIT_FAILURE);
          }
          return atoi(line);
      }
      """;

  static final String WAIT_FOR =
      """
      static void wait_for(const char *what)
      {
          fprintf(stderr, "%s ", what);
          int key = getchar();
          while (key != '\\n' && key != EOF) {
              key = getchar();
          }
      }
      """;

  private CText() {}
}
