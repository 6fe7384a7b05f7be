//: NULL POINTERS
const NULL: *mut u8 = std::ptr::null_mut();

//: BAD POINTERS
const BAD: *mut u8 = 1 as *mut u8;

//: ipv4 MAKE_ADDRESS
fn ipv4(host: &str, port: u16) -> Vec<u8> {
    let address: Ipv4Addr = host.parse().unwrap();
    let mut bytes = 2u16.to_ne_bytes().to_vec(); // AF_INET
    bytes.extend(port.to_be_bytes());
    bytes.extend(address.octets());
    bytes.extend([0; 8]);
    bytes
}

//: ipv6 MAKE_ADDRESS
fn ipv6(host: &str, port: u16) -> Vec<u8> {
    let address: Ipv6Addr = host.parse().unwrap();
    let mut bytes = 10u16.to_ne_bytes().to_vec(); // AF_INET6
    bytes.extend(port.to_be_bytes());
    bytes.extend([0; 4]);
    bytes.extend(address.octets());
    bytes.extend([0; 4]);
    bytes
}

//: of_family MAKE_OTHER
fn of_family(family: i32, bytes: &[u8]) -> Vec<u8> {
    let mut address = (family as u16).to_ne_bytes().to_vec();
    address.extend(bytes);
    address
}

//: padded FILL
fn padded(bytes: &[u8], size: usize) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    padded.resize(size, 0);
    padded
}

//: repeated FILL
fn repeated(pattern: &[u8], size: usize) -> Vec<u8> {
    pattern.iter().copied().cycle().take(size).collect()
}

//: unix_text UNIX_TEXT
fn unix_text(path: &[u8]) -> String {
    let end = path.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    let hidden = end > 0 && path[0] == 0;
    let mut text = if hidden { b"unix:@".to_vec() } else { b"unix:".to_vec() };
    for &byte in &path[usize::from(hidden)..end] {
        if byte == 0 && !hidden {
            break;
        }
        if byte > 0x7f || byte.is_ascii_alphanumeric() || b"._/+-@~^".contains(&byte) {
            text.push(byte);
        } else {
            text.extend(format!("\\x{byte:02x}").bytes());
        }
    }
    String::from_utf8_lossy(&text).into_owned()
}

//: address_text ADDRESS_TEXT
fn address_text(address: &[u8]) -> String {
    let port = u16::from_be_bytes([address[2], address[3]]);
    match u16::from_ne_bytes([address[0], address[1]]) {
        1 => unix_text(&address[2..110]), //?unix
        10 => {
            let bytes: [u8; 16] = address[8..24].try_into().unwrap();
            format!("[{}]:{port}", Ipv6Addr::from(bytes))
        }
        _ => format!("{}.{}.{}.{}:{port}", address[4], address[5], address[6], address[7]),
    }
}

//: from_text ADDRESS_TEXT
fn from_text(address: &[u8], length: u32) -> String {
    if length > 0 {
        format!(" from {}", address_text(address))
    } else {
        String::new()
    }
}

//: quoted BYTES
fn quoted(bytes: &[u8], count: isize) -> String {
    let count = bytes.len().min(count.max(0) as usize);
    let mut text = String::from("\"");
    for &byte in bytes[..count].iter().take(32) {
        match byte {
            b'\n' => text.push_str("\\n"),
            b'\t' => text.push_str("\\t"),
            b'\r' => text.push_str("\\r"),
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b' '..=b'~' => text.push(byte as char),
            _ => text.push_str(&format!("\\x{byte:02x}")),
        }
    }
    text.push_str(if count > 32 { "\"..." } else { "\"" });
    text
}

//: int_at ANSWERS
fn int_at(bytes: &[u8], at: usize) -> i32 {
    i32::from_ne_bytes(bytes[at..at + 4].try_into().unwrap())
}

//: long_at ANSWERS
fn long_at(bytes: &[u8], at: usize) -> i64 {
    i64::from_ne_bytes(bytes[at..at + 8].try_into().unwrap())
}

//: name_text ANSWERS
fn name_text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).into_owned()
}

//: packed STRUCTURES
fn packed(fields: &[(i64, usize)]) -> Vec<u8> {
    fields.iter().flat_map(|&(value, size)| value.to_ne_bytes()[..size].to_vec()).collect()
}

//: fd_set SETS
fn fd_set(members: &[i32]) -> Vec<u8> {
    let mut set = vec![0u8; 128];
    for &member in members {
        set[member as usize / 8] |= 1 << (member % 8);
    }
    set
}

//: flags_text FLAGS
fn flags_text(beginning: &str, value: i32) -> String {
    let flags: &[(i32, &str)] = &[
        (${flag}, "${name}"), //?flag
    ];
    let told: Vec<_> = flags
        .iter()
        .filter(|(flag, name)| value & flag != 0 && name.starts_with(beginning))
        .map(|&(_, name)| name)
        .collect();
    told.join("|")
}

//: put_control MESSAGES
fn put_control(control: &mut [u8], level: i32, kind: i32, data: &[i32], length: usize) {
    control[..8].copy_from_slice(&(16 + length).to_ne_bytes());
    control[8..12].copy_from_slice(&level.to_ne_bytes());
    control[12..16].copy_from_slice(&kind.to_ne_bytes());
    for (place, value) in control[16..].chunks_mut(4).zip(data) {
        place.copy_from_slice(&value.to_ne_bytes());
    }
}

//: control_text MESSAGES_TOLD
fn control_text(level: i32, kind: i32, data: &[u8]) -> String {
    let name = match (level, kind) {
        (${level}, ${type}) => "${name}", //?control
        _ => "?",
    };
    let says = match (level, kind) {
        (SOL_SOCKET, SCM_RIGHTS) => { //?SCM_RIGHTS
            let all: Vec<_> = data.chunks(4).map(|fd| int_at(fd, 0).to_string()).collect(); //?SCM_RIGHTS
            format!(", [{}]", all.join(", ")) //?SCM_RIGHTS
        } //?SCM_RIGHTS
        (SOL_IP, IP_PKTINFO) => format!( //?IP_PKTINFO
            ", {{ipi_ifindex={}, ipi_spec_dst={}, ipi_addr={}}}", //?IP_PKTINFO
            int_at(data, 0), //?IP_PKTINFO
            Ipv4Addr::new(data[4], data[5], data[6], data[7]), //?IP_PKTINFO
            Ipv4Addr::new(data[8], data[9], data[10], data[11]) //?IP_PKTINFO
        ), //?IP_PKTINFO
        (SOL_IPV6, IPV6_PKTINFO) => { //?IPV6_PKTINFO
            let host: [u8; 16] = data[..16].try_into().unwrap(); //?IPV6_PKTINFO
            let host = Ipv6Addr::from(host); //?IPV6_PKTINFO
            format!(", {{ipi6_addr={host}, ipi6_ifindex={}}}", int_at(data, 16)) //?IPV6_PKTINFO
        } //?IPV6_PKTINFO
        _ => match data.len() {
            1 => format!(", {}", data[0]),
            4 => format!(", {}", int_at(data, 0)),
            _ => String::new(),
        },
    };
    format!("{{{name}{says}}}")
}

//: message_text MESSAGES_TOLD
fn message_text(message: &[u8], control: &[u8]) -> String {
    let end = long_at(message, 40) as usize;
    let flags = int_at(message, 48);
    let mut told = Vec::new();
    if flags != 0 {
        told.push(format!("msg_flags={}", flags_text("MSG", flags)));
    }
    let mut controls = Vec::new();
    let mut at = 0;
    while at + 16 <= end && long_at(control, at) >= 16 {
        let length = long_at(control, at) as usize;
        let data = &control[at + 16..at + length];
        controls.push(control_text(int_at(control, at + 8), int_at(control, at + 12), data));
        at += (length + 7) / 8 * 8;
    }
    if !controls.is_empty() {
        told.push(format!("msg_control=[{}]", controls.join(", ")));
    }
    if told.is_empty() { String::new() } else { format!(" {{{}}}", told.join(", ")) }
}

//: listed POLLED
fn listed(found: &[String]) -> String {
    if found.is_empty() { String::new() } else { format!(" [{}]", found.join(", ")) }
}

//: polled POLLED
fn polled(watched: &[u8]) -> String {
    let mut found = Vec::new();
    for one in watched.chunks(8) {
        let events = int_at(one, 4) >> 16;
        if events != 0 {
            found.push(format!("{{{}, {}}}", int_at(one, 0), flags_text("POLL", events)));
        }
    }
    listed(&found)
}

//: selected POLLED
fn selected(sets: [&[u8]; 3]) -> String {
    let mut found = Vec::new();
    for (set, name) in sets.iter().zip(["readfds", "writefds", "exceptfds"]) {
        let members: Vec<_> = (0..set.len() * 8)
            .filter(|fd| set[fd / 8] >> (fd % 8) & 1 != 0)
            .map(|fd| fd.to_string())
            .collect();
        if !members.is_empty() {
            found.push(format!("{name}=[{}]", members.join(", ")));
        }
    }
    if found.is_empty() { String::new() } else { format!(" {{{}}}", found.join(", ")) }
}

//: ready POLLED
fn ready(events: &[u8], count: i32) -> String {
    let found: Vec<_> = events
        .chunks(12)
        .take(count.max(0) as usize)
        .map(|one| format!("{{{}, {}}}", flags_text("EPOLL", int_at(one, 0)), long_at(one, 4)))
        .collect();
    listed(&found)
}

//: error_name ERRORS
fn error_name(error: &io::Error) -> Option<&'static str> {
    match error.raw_os_error() {
        Some(${number}) => Some("${errno}"), //?each
        _ => None,
    }
}

//: report REPORT_CALL/REPORT_CALL_STRICT
fn report(call: &str, result: isize) {
    report_with(call, result, "");
}

//: report_with REPORT_CALL/REPORT_CALL_STRICT
fn report_with(call: &str, result: isize, more: &str) {
    let error = io::Error::last_os_error();
    if result != -1 {
        println!("{call} = {result}{more}");
    } else if let Some(name) = error_name(&error) { //?errors
        println!("{call} = -1 {name}"); //?errors
    } else {
        println!("{call} = -1 ({error})");
        std::process::exit(1);
    }
}

//: ask_for ASK_FOR
fn ask_for(what: &str) -> u16 {
    eprint!("{what} ");
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    line.trim().parse().unwrap()
}

//: wait_for WAIT_FOR
fn wait_for(what: &str) {
    eprint!("{what} ");
    io::stdin().read_line(&mut String::new()).unwrap();
}

//: echo ECHO
fn echo(connection: i32) {
    let mut piece = [0u8; 1024];
    loop {
        let count = unsafe { recv(connection, piece.as_mut_ptr(), 1024, 0) }; //@recv
        report_with( //@recv
            &format!("recv({connection}, 1024, 0)"), //@recv
            count, //@recv
            &format!(" {}", quoted(&piece, count)), //@recv
        ); //@recv
        let mut left = &piece[..count.max(0) as usize];
        while !left.is_empty() {
            let sent = unsafe { send(connection, left.as_ptr(), left.len(), MSG_NOSIGNAL) }; //@send
            let data = quoted(left, left.len() as isize); //@send
            report(&format!("send({connection}, {data}, MSG_NOSIGNAL)"), sent); //@send
            if sent == -1 {
                break;
            }
            left = &left[sent as usize..];
        }
        if count <= 0 || !left.is_empty() {
            break;
        }
    }
    let result = unsafe { close(connection) }; //@close
    report(&format!("close({connection})"), result as isize); //@close
}

//: serve_one_at_a_time SERVE_ONE_AT_A_TIME
fn serve_one_at_a_time(listener: i32) {
    loop {
        let mut told = [0u8; 128];
        let mut told_length = 128;
        let connection = unsafe { accept(listener, told.as_mut_ptr(), &mut told_length) }; //@accept
        let from = from_text(&told, told_length); //@accept
        report_with(&format!("accept({listener})"), connection as isize, &from); //@accept
        if connection == -1 {
            return;
        }
        echo(connection);
    }
}

//: serve_thread_each SERVE_THREAD_EACH
fn serve_thread_each(listener: i32) {
    loop {
        let mut told = [0u8; 128];
        let mut told_length = 128;
        let connection = unsafe { accept(listener, told.as_mut_ptr(), &mut told_length) }; //@accept
        let from = from_text(&told, told_length); //@accept
        report_with(&format!("accept({listener})"), connection as isize, &from); //@accept
        if connection == -1 {
            return;
        }
        thread::spawn(move || echo(connection));
    }
}
