package socketscope.code;

/** The parts of a C program that only calls of local sockets, pairs and poll() need. */
final class CUnusual {

  static final String UNIX =
      """
      static struct sockaddr_un unix_name(const char *name, size_t length)
      {
          struct sockaddr_un address = { .sun_family = AF_UNIX };
          size_t room = sizeof address.sun_path;
          memcpy(address.sun_path, name, length < room ? length : room);
          return address;
      }
      """;

  static final String OTHER =
      """
      static struct sockaddr_storage of_family(int family, const char *bytes, size_t length)
      {
          struct sockaddr_storage address = { .ss_family = family };
          size_t room = sizeof address - sizeof(sa_family_t);
          memcpy((char *) &address + sizeof(sa_family_t), bytes, length < room ? length : room);
          return address;
      }
      """;

  static final String UNIX_TEXT =
      """
      static void unix_text(char *text, const char *path)
      {
          size_t end = sizeof((struct sockaddr_un *) NULL)->sun_path;
          while (end > 0 && path[end - 1] == 0) {
              end--;
          }
          size_t start = end > 0 && path[0] == 0 ? 1 : 0;
          text += sprintf(text, start == 1 ? "unix:@" : "unix:");
          for (size_t i = start; i < end && (start == 1 || path[i] != 0); i++) {
              unsigned char c = path[i];
              int plain = c > 0x7f || isalnum(c) || (c != 0 && strchr("._/+-@~^", c) != NULL);
              text += sprintf(text, plain ? "%c" : "\\\\x%02x", c);
          }
      }
      """;

  static final String UNIX_BRANCH =
      """
          } else if (address->ss_family == AF_UNIX) {
              unix_text(text, ((const struct sockaddr_un *) address)->sun_path);
      """;

  static final String REPORT_TIME =
      """
      static void report_time(ssize_t result, struct timeval time, const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          if (result >= 0) {
              printf(" {tv_sec=%ld, tv_usec=%ld}", (long) time.tv_sec, (long) time.tv_usec);
          }
          end_line();
      }
      """;

  static final String REPORT_NAME =
      """
      static void report_name(ssize_t result, const char *name, const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          if (result >= 0) {
              printf(" [\\"%s\\"]", name);
          }
          end_line();
      }
      """;

  static final String REPORT_PAIR =
      """
      static void report_pair(ssize_t result, const int *pair, const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          if (result >= 0) {
              printf(" [%d, %d]", pair[0], pair[1]);
          }
          end_line();
      }
      """;

  static final String REPORT_POLLED =
      """
      static void print_events(int events)
      {
          static const struct { int event; const char *name; } names[] = {
              { POLLIN, "POLLIN" }, { POLLPRI, "POLLPRI" }, { POLLOUT, "POLLOUT" },
              { POLLERR, "POLLERR" }, { POLLHUP, "POLLHUP" }, { POLLNVAL, "POLLNVAL" },
              { POLLRDNORM, "POLLRDNORM" }, { POLLRDBAND, "POLLRDBAND" },
              { POLLWRNORM, "POLLWRNORM" }, { POLLWRBAND, "POLLWRBAND" },
              { POLLRDHUP, "POLLRDHUP" },
          };
          const char *separator = "";
          for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
              if (events & names[i].event) {
                  printf("%s%s", separator, names[i].name);
                  separator = "|";
              }
          }
      }

      static void report_polled(int result, const struct pollfd *watched, int count,
                                const char *call, ...)
      {
          va_list values;
          va_start(values, call);
          print_call(result, call, values);
          va_end(values);
          const char *separator = " [";
          for (int i = 0; i < count && result > 0; i++) {
              if (watched[i].revents != 0) {
                  printf("%s{%d, ", separator, watched[i].fd);
                  print_events(watched[i].revents);
                  printf("}");
                  separator = ", ";
              }
          }
          printf(result > 0 ? "]" : "");
          end_line();
      }
      """;

  private CUnusual() {}
}
