package socketscope.packet;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import socketscope.event.Bytes;

/** What it costs to take packets apart and to follow a conversation; medians tell. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PacketBenchmark {

  /** Captured packets to choose from. */
  public enum Captured {
    SYN(Vectors.SYN),
    DATA(Vectors.DATA),
    SYN_OVER_IPV6(Vectors.SYN6),
    PORT_UNREACHABLE(Vectors.PORT_UNREACHABLE);

    private final Bytes bytes;

    Captured(Vectors vector) {
      bytes = vector.bytes();
    }
  }

  /** One packet. */
  @State(Scope.Benchmark)
  public static class One {
    @Param private Captured packet;
  }

  private final List<Packet> thousand =
      IntStream.range(0, 1000)
          .mapToObj(i -> Vectors.ALL.get(i % Vectors.ALL.size()).packet())
          .toList();

  @Benchmark
  public Packet decode(One one) {
    return Packet.decode(one.packet.bytes);
  }

  @Benchmark
  public List<Reading> readAThousand() {
    return Conversation.of(thousand);
  }
}
