//: null_pointer POINTERS
static void *volatile null_pointer = NULL;

//: bad_pointer POINTERS
static void *volatile bad_pointer = (void *) 1;

//: ipv4 MAKE_ADDRESS
static struct sockaddr_in ipv4(const char *host, int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
    inet_pton(AF_INET, host, &address.sin_addr);
    return address;
}

//: ipv6 MAKE_ADDRESS
static struct sockaddr_in6 ipv6(const char *host, int port)
{
    struct sockaddr_in6 address = { .sin6_family = AF_INET6, .sin6_port = htons(port) };
    inet_pton(AF_INET6, host, &address.sin6_addr);
    return address;
}

//: unix_name MAKE_UNIX
static struct sockaddr_un unix_name(const char *name, size_t length)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t room = sizeof address.sun_path;
    memcpy(address.sun_path, name, length < room ? length : room);
    return address;
}

//: of_family MAKE_OTHER
static struct sockaddr_storage of_family(int family, const char *bytes, size_t length)
{
    struct sockaddr_storage address = { .ss_family = family };
    size_t room = sizeof address - sizeof(sa_family_t);
    memcpy((char *) &address + sizeof(sa_family_t), bytes, length < room ? length : room);
    return address;
}

//: fill FILL
static void fill(char *data, size_t length, const char *pattern, size_t period)
{
    for (size_t i = 0; i < length; i++) {
        data[i] = pattern[i % period];
    }
}

//: next_text TEXTS
static char *next_text(void)
{
    static char texts[16][1000];
    static int next;
    return texts[next++ % 16];
}

//: unix_text UNIX_TEXT
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
        text += sprintf(text, plain ? "%c" : "\\x%02x", c);
    }
}

//: address_text ADDRESS_TEXT
static const char *address_text(const struct sockaddr_storage *address)
{
    static char text[80]; //?!unix
    static char text[512]; //?unix
    char host[INET6_ADDRSTRLEN] = "?";
    if (address->ss_family == AF_INET) {
        const struct sockaddr_in *in = (const struct sockaddr_in *) address;
        inet_ntop(AF_INET, &in->sin_addr, host, sizeof host);
        snprintf(text, sizeof text, "%s:%d", host, ntohs(in->sin_port));
    } else if (address->ss_family == AF_INET6) {
        const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *) address;
        inet_ntop(AF_INET6, &in6->sin6_addr, host, sizeof host);
        snprintf(text, sizeof text, "[%s]:%d", host, ntohs(in6->sin6_port));
    } else if (address->ss_family == AF_UNIX) { //?unix
        unix_text(text, ((const struct sockaddr_un *) address)->sun_path); //?unix
    }
    return text;
}

//: from_text ADDRESS_TEXT
static const char *from_text(const struct sockaddr_storage *address, socklen_t length)
{
    char *text = next_text();
    snprintf(text, 1000, length > 0 ? " from %s" : "", address_text(address));
    return text;
}

//: quoted BYTES
static const char *quoted(const char *bytes, ssize_t room, ssize_t count)
{
    char *text = next_text();
    char *end = text + sprintf(text, "\"");
    for (ssize_t i = 0; i < count && i < room && i < 32; i++) {
        unsigned char byte = bytes[i];
        switch (byte) {
        case '\n': end += sprintf(end, "\\n"); break;
        case '\t': end += sprintf(end, "\\t"); break;
        case '\r': end += sprintf(end, "\\r"); break;
        case '"': end += sprintf(end, "\\\""); break;
        case '\\': end += sprintf(end, "\\\\"); break;
        default: end += sprintf(end, byte >= ' ' && byte < 127 ? "%c" : "\\x%02x", byte);
        }
    }
    sprintf(end, count > 32 && room > 32 ? "\"..." : "\"");
    return text;
}

//: formatted FORMATTED
static const char *formatted(const char *format, ...)
{
    static char text[800];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    return text;
}

//: int_at ANSWERS
static int int_at(const char *bytes, size_t at)
{
    int value;
    memcpy(&value, bytes + at, sizeof value);
    return value;
}

//: long_at ANSWERS
static long long_at(const char *bytes, size_t at)
{
    long value;
    memcpy(&value, bytes + at, sizeof value);
    return value;
}

//: flags_text FLAGS
static const char *flags_text(const char *beginning, int value)
{
    static const struct { int flag; const char *name; } flags[] = {
        { ${flag}, "${name}" }, //?flag
        { 0, NULL }
    };
    static char text[200];
    char *end = text;
    for (int i = 0; flags[i].name != NULL; i++) {
        int right = strncmp(flags[i].name, beginning, strlen(beginning)) == 0;
        if (right && (value & flags[i].flag) != 0) {
            end += sprintf(end, "%s%s", end == text ? "" : "|", flags[i].name);
        }
    }
    *end = 0;
    return text;
}

//: put_control MESSAGES
static void put_control(char *control, int level, int type, const int *data, size_t length)
{
    struct cmsghdr *header = (struct cmsghdr *) control;
    header->cmsg_len = CMSG_LEN(length);
    header->cmsg_level = level;
    header->cmsg_type = type;
    memcpy(CMSG_DATA(header), data, length);
}

//: control_text MESSAGES_TOLD
static int control_text(char *text, struct cmsghdr *control)
{
    const char *name = "?";
    if (control->cmsg_level == ${level} && control->cmsg_type == ${type}) name = "${name}"; //?control
    char *end = text + sprintf(text, "{%s", name);
    size_t size = control->cmsg_len - CMSG_LEN(0);
    int value = 0;
    if (control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_RIGHTS) { //?SCM_RIGHTS
        for (size_t at = 0; at < size; at += sizeof value) { //?SCM_RIGHTS
            memcpy(&value, CMSG_DATA(control) + at, sizeof value); //?SCM_RIGHTS
            end += sprintf(end, at == 0 ? ", [%d" : ", %d", value); //?SCM_RIGHTS
        } //?SCM_RIGHTS
        end += sprintf(end, "]"); //?SCM_RIGHTS
    } else //?SCM_RIGHTS
    if (control->cmsg_level == SOL_IP && control->cmsg_type == IP_PKTINFO) { //?IP_PKTINFO
        struct in_pktinfo info; //?IP_PKTINFO
        memcpy(&info, CMSG_DATA(control), sizeof info); //?IP_PKTINFO
        end += sprintf(end, ", {ipi_ifindex=%d, ", info.ipi_ifindex); //?IP_PKTINFO
        end += sprintf(end, "ipi_spec_dst=%s, ", inet_ntoa(info.ipi_spec_dst)); //?IP_PKTINFO
        end += sprintf(end, "ipi_addr=%s}", inet_ntoa(info.ipi_addr)); //?IP_PKTINFO
    } else //?IP_PKTINFO
    if (control->cmsg_level == SOL_IPV6 && control->cmsg_type == IPV6_PKTINFO) { //?IPV6_PKTINFO
        char host[INET6_ADDRSTRLEN]; //?IPV6_PKTINFO
        struct in6_pktinfo info; //?IPV6_PKTINFO
        memcpy(&info, CMSG_DATA(control), sizeof info); //?IPV6_PKTINFO
        inet_ntop(AF_INET6, &info.ipi6_addr, host, sizeof host); //?IPV6_PKTINFO
        end += sprintf(end, ", {ipi6_addr=%s, ", host); //?IPV6_PKTINFO
        end += sprintf(end, "ipi6_ifindex=%d}", info.ipi6_ifindex); //?IPV6_PKTINFO
    } else //?IPV6_PKTINFO
    if (size <= sizeof value) {
        memcpy(&value, CMSG_DATA(control), size);
        end += sprintf(end, ", %d", value);
    }
    end += sprintf(end, "}");
    return end - text;
}

//: message_text MESSAGES_TOLD
static const char *message_text(struct msghdr *message)
{
    char *text = next_text();
    char *end = text;
    if (message->msg_flags != 0) {
        end += sprintf(end, " {msg_flags=%s", flags_text("MSG", message->msg_flags));
    }
    const char *before = end == text ? " {msg_control=[" : ", msg_control=[";
    struct cmsghdr *one = CMSG_FIRSTHDR(message);
    for (; one != NULL && one->cmsg_len >= CMSG_LEN(0); one = CMSG_NXTHDR(message, one)) {
        end += sprintf(end, "%s", before);
        end += control_text(end, one);
        before = ", ";
    }
    sprintf(end, "%s%s", strcmp(before, ", ") == 0 ? "]" : "", end == text ? "" : "}");
    return text;
}

//: polled POLLED
static const char *polled(const struct pollfd *watched, int count)
{
    static char text[1000];
    char *end = text;
    for (int i = 0; i < count && end < text + 800; i++) {
        if (watched[i].revents != 0) {
            end += sprintf(end, "%s{%d, %s", end == text ? " [" : "}, ", watched[i].fd,
                           flags_text("POLL", watched[i].revents));
        }
    }
    sprintf(end, end == text ? "" : "}]");
    return text;
}

//: selected POLLED
static const char *selected(const fd_set *readfds, const fd_set *writefds, const fd_set *exceptfds)
{
    const fd_set *sets[] = { readfds, writefds, exceptfds };
    const char *names[] = { "readfds", "writefds", "exceptfds" };
    static char text[1000];
    char *end = text;
    for (int i = 0; i < 3; i++) {
        int members = 0;
        for (int fd = 0; sets[i] != NULL && fd < FD_SETSIZE && end < text + 800; fd++) {
            if (FD_ISSET(fd, sets[i])) {
                end += members++ == 0
                    ? sprintf(end, "%s%s=[%d", end == text ? " {" : "], ", names[i], fd)
                    : sprintf(end, ", %d", fd);
            }
        }
    }
    sprintf(end, end == text ? "" : "]}");
    return text;
}

//: ready POLLED
static const char *ready(const struct epoll_event *events, int count)
{
    static char text[1000];
    char *end = text;
    for (int i = 0; i < count && end < text + 800; i++) {
        end += sprintf(end, "%s{%s, %d", i == 0 ? " [" : "}, ",
                       flags_text("EPOLL", events[i].events), events[i].data.fd);
    }
    sprintf(end, end == text ? "" : "}]");
    return text;
}

//: error_name ERRORS
static const char *error_name(int error)
{
    switch (error) {
    case ${errno}: return "${errno}"; //?each
    default: return NULL;
    }
}

//: report report_with REPORT_CALL/REPORT_CALL_STRICT
static void report_with(ssize_t result, const char *more, const char *call, ...)
{
    int error = errno;
    va_list values;
    flockfile(stdout); //?threads
    va_start(values, call);
    vprintf(call, values);
    va_end(values);
    if (result != -1) {
        printf(" = %zd%s\n", result, more);
    } else if (error_name(error) != NULL) { //?errors
        printf(" = -1 %s\n", error_name(error)); //?errors
    } else {
        printf(" = -1 (%s)\n", strerror(error));
        exit(EXIT_FAILURE);
    }
    fflush(stdout);
    funlockfile(stdout); //?threads
}

#define report(result, ...) report_with(result, "", __VA_ARGS__)

//: ask_for ASK_FOR
static int ask_for(const char *what)
{
    char line[16];
    fprintf(stderr, "%s ", what);
    if (fgets(line, sizeof line, stdin) == NULL) {
        exit(EXIT_FAILURE);
    }
    return atoi(line);
}

//: wait_for WAIT_FOR
static void wait_for(const char *what)
{
    fprintf(stderr, "%s ", what);
    int key = getchar();
    while (key != '\n' && key != EOF) {
        key = getchar();
    }
}

//: echo ECHO
static void *echo(void *argument)
{
    int connection = (int) (intptr_t) argument;
    char piece[1024];
    ssize_t count;
    do {
        count = recv(connection, piece, sizeof piece, 0); //@recv
        report_with(count, formatted(" %s", quoted(piece, sizeof piece, count)), //@recv
                    "recv(%d, 1024, 0)", connection); //@recv
        for (ssize_t at = 0; at < count;) {
            ssize_t sent = send(connection, piece + at, count - at, MSG_NOSIGNAL); //@send
            report(sent, "send(%d, %s, MSG_NOSIGNAL)", connection, //@send
                   quoted(piece + at, count - at, count - at)); //@send
            if (sent == -1) {
                count = -1;
            }
            at += sent;
        }
    } while (count > 0);
    report(close(connection), "close(%d)", connection); //@close
    return NULL;
}

//: serve_one_at_a_time SERVE_ONE_AT_A_TIME
static void *serve_one_at_a_time(void *argument)
{
    int listener = (int) (intptr_t) argument;
    for (;;) {
        struct sockaddr_storage told;
        socklen_t told_length = sizeof told;
        int connection = accept(listener, (struct sockaddr *) &told, &told_length); //@accept
        report_with(connection, from_text(&told, told_length), "accept(%d)", listener); //@accept
        if (connection == -1) {
            return NULL;
        }
        echo((void *) (intptr_t) connection);
    }
}

//: serve_thread_each SERVE_THREAD_EACH
static void *serve_thread_each(void *argument)
{
    int listener = (int) (intptr_t) argument;
    for (;;) {
        struct sockaddr_storage told;
        socklen_t told_length = sizeof told;
        int connection = accept(listener, (struct sockaddr *) &told, &told_length); //@accept
        report_with(connection, from_text(&told, told_length), "accept(%d)", listener); //@accept
        if (connection == -1) {
            return NULL;
        }
        pthread_t thread;
        pthread_create(&thread, NULL, echo, (void *) (intptr_t) connection);
    }
}
