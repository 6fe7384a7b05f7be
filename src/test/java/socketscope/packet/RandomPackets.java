package socketscope.packet;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import socketscope.event.Bytes;

/** Packets that were captured, then spoiled: bits turned, ends cut off, bytes put in; and noise. */
final class RandomPackets {

  private static final List<Vectors> VECTORS = Vectors.ALL;

  private final Random random;

  RandomPackets(long seed) {
    random = new Random(seed);
  }

  Bytes next() {
    byte[] bytes = VECTORS.get(random.nextInt(VECTORS.size())).bytes().toArray();
    return Bytes.copyOf(
        switch (random.nextInt(6)) {
          case 0 -> noise(bytes);
          case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
          case 2 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(30));
          case 3 -> spoiled(spoiled(spoiled(bytes)));
          case 4 -> spoiled(bytes);
          default -> bytes;
        });
  }

  /** Random bytes that often begin like a packet. */
  private byte[] noise(byte[] bytes) {
    byte[] noise = new byte[random.nextInt(120)];
    random.nextBytes(noise);
    System.arraycopy(bytes, 0, noise, 0, random.nextInt(Math.min(bytes.length, noise.length) + 1));
    return noise;
  }

  /** Lengths, types and offsets are found in the headers, so most changes are made there. */
  private byte[] spoiled(byte[] bytes) {
    byte[] spoiled = bytes.clone();
    spoiled[random.nextInt(Math.min(100, bytes.length))] = (byte) random.nextInt(256);
    return spoiled;
  }
}
