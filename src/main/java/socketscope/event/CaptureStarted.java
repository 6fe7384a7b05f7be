package socketscope.event;

/**
 * From now on packets are captured; or it is known that they are not.
 *
 * @param reason why so, for machines to read: words parted by blanks, each {@code TRIED=ANSWER}, in
 *     the order in which the ways were tried. {@code raw=ok}; {@code raw=EPERM tcpdump=ok}; {@code
 *     raw=EPERM tcpdump=missing dumpcap=refused}; {@code capture=off} where nobody wanted it;
 *     {@code process=signal:9} where the capturing process ended first
 */
public record CaptureStarted(Stamp stamp, CaptureMethod method, String reason)
    implements CaptureEvent {}
