package socketscope.syscall.windows;

import socketscope.syscall.ErrnoNames;

/**
 * What WSAGetLastError() says: winerror.h of mingw-w64; not run. WSAECONNREFUSED is called
 * ECONNREFUSED, as on the other systems; what only Windows has keeps its own name. The numbers
 * below 10000 are Windows' general ones, which Winsock gives too.
 */
final class WindowsErrnos {

  private WindowsErrnos() {}

  static ErrnoNames names() {
    return new ErrnoNames.Table()
        .errno(6, "WSA_INVALID_HANDLE")
        .errno(8, "WSA_NOT_ENOUGH_MEMORY")
        .errno(87, "WSA_INVALID_PARAMETER")
        .errno(995, "WSA_OPERATION_ABORTED")
        .errno(996, "WSA_IO_INCOMPLETE")
        .errno(997, "WSA_IO_PENDING")
        .errno(10004, "EINTR")
        .errno(10009, "EBADF")
        .errno(10013, "EACCES")
        .errno(10014, "EFAULT")
        .errno(10022, "EINVAL")
        .errno(10024, "EMFILE")
        .errno(10035, "EAGAIN")
        .errno(10035, "EWOULDBLOCK")
        .errno(10036, "EINPROGRESS")
        .errno(10037, "EALREADY")
        .errno(10038, "ENOTSOCK")
        .errno(10039, "EDESTADDRREQ")
        .errno(10040, "EMSGSIZE")
        .errno(10041, "EPROTOTYPE")
        .errno(10042, "ENOPROTOOPT")
        .errno(10043, "EPROTONOSUPPORT")
        .errno(10044, "ESOCKTNOSUPPORT")
        .errno(10045, "EOPNOTSUPP")
        .errno(10045, "ENOTSUP")
        .errno(10046, "EPFNOSUPPORT")
        .errno(10047, "EAFNOSUPPORT")
        .errno(10048, "EADDRINUSE")
        .errno(10049, "EADDRNOTAVAIL")
        .errno(10050, "ENETDOWN")
        .errno(10051, "ENETUNREACH")
        .errno(10052, "ENETRESET")
        .errno(10053, "ECONNABORTED")
        .errno(10054, "ECONNRESET")
        .errno(10055, "ENOBUFS")
        .errno(10056, "EISCONN")
        .errno(10057, "ENOTCONN")
        .errno(10058, "ESHUTDOWN")
        .errno(10059, "ETOOMANYREFS")
        .errno(10060, "ETIMEDOUT")
        .errno(10061, "ECONNREFUSED")
        .errno(10062, "ELOOP")
        .errno(10063, "ENAMETOOLONG")
        .errno(10064, "EHOSTDOWN")
        .errno(10065, "EHOSTUNREACH")
        .errno(10066, "ENOTEMPTY")
        .errno(10067, "WSAEPROCLIM")
        .errno(10068, "EUSERS")
        .errno(10069, "EDQUOT")
        .errno(10070, "ESTALE")
        .errno(10071, "EREMOTE")
        .errno(10091, "WSASYSNOTREADY")
        .errno(10092, "WSAVERNOTSUPPORTED")
        .errno(10093, "WSANOTINITIALISED")
        .errno(10101, "WSAEDISCON")
        .errno(10102, "WSAENOMORE")
        .errno(10103, "WSAECANCELLED")
        .errno(10104, "WSAEINVALIDPROCTABLE")
        .errno(10105, "WSAEINVALIDPROVIDER")
        .errno(10106, "WSAEPROVIDERFAILEDINIT")
        .errno(10107, "WSASYSCALLFAILURE")
        .errno(10108, "WSASERVICE_NOT_FOUND")
        .errno(10109, "WSATYPE_NOT_FOUND")
        .errno(10110, "WSA_E_NO_MORE")
        .errno(10111, "WSA_E_CANCELLED")
        .errno(10112, "WSAEREFUSED")
        .errno(11001, "WSAHOST_NOT_FOUND")
        .errno(11002, "WSATRY_AGAIN")
        .errno(11003, "WSANO_RECOVERY")
        .errno(11004, "WSANO_DATA")
        .errno(11032, "WSA_SECURE_HOST_NOT_FOUND")
        .build();
  }
}
