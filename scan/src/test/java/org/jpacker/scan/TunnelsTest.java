package org.jpacker.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.Link;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;
import org.jpacker.api.spi.ProtocolProvider;
import org.junit.jupiter.api.Test;

/**
 * Tunnels that carry each other in any order have more steps than a scan makes; and there are more
 * other protocols between them than one octet tells.
 */
class TunnelsTest {
  private static final DispatchTable TABLE = DispatchTable.named("tunnel.next");
  private static final int KINDS = 10;
  private static final int OTHERS = 300;
  private static final List<Kind> TUNNELS = tunnels();

  /** A header of three octets: who comes next, and a value. */
  private static final class Tunnel extends Header {
    static final UIntField NEXT = UIntField.at(0, 16, "tunnel.next").selects(TABLE);

    Tunnel(Protocol<?> protocol) {
      super(protocol);
    }

    Tunnel(Protocol<?> protocol, Window in) throws MalformedException {
      super(protocol, in);
    }

    @Override
    protected Layer next(ProtocolRegistry registry) throws MalformedException {
      return registry.find(TABLE, NEXT.get(this)).readPayload(this);
    }
  }

  private static final class Kind {
    final UIntField value;
    final Protocol<Tunnel> protocol;

    Kind(int number) {
      String name = "tunnel" + number;
      value = UIntField.at(16, 8, name + ".value");
      protocol =
          Protocol.of(
              name,
              number <= KINDS
                  ? Layout.of(Tunnel.NEXT, value).passedBy(Passage.of().next(Tunnel.NEXT))
                  : Layout.of(Tunnel.NEXT, value),
              Tunnel.class,
              () -> new Tunnel(protocol()),
              in -> new Tunnel(protocol(), in),
              TABLE.key(number),
              DispatchTable.LINK_TYPE.key(1000 + number));
    }

    private Protocol<Tunnel> protocol() {
      return protocol;
    }
  }

  private static final class Provider implements ProtocolProvider {
    @Override
    public String module() {
      return "org.jpacker.core.test";
    }

    @Override
    public List<Protocol<?>> protocols() {
      return TUNNELS.stream().<Protocol<?>>map(kind -> kind.protocol).toList();
    }
  }

  private static List<Kind> tunnels() {
    List<Kind> tunnels = new ArrayList<>();
    for (int number = 1; number <= KINDS + OTHERS; number++) {
      tunnels.add(new Kind(number));
    }
    return tunnels;
  }

  @Test
  void eachColumnHasItsOutermostValue() {
    ProtocolRegistry registry = ProtocolRegistry.of(new Provider());
    UIntField[] values =
        TUNNELS.stream().limit(KINDS).map(kind -> kind.value).toArray(UIntField[]::new);
    Row row = Scan.of(values).row();
    Link link = Link.of(1001, 0, registry);
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = new byte[3 * (1 + random.nextInt(2 * KINDS))];
      long[] expected = new long[KINDS];
      long present = 0;
      int kind = 0;
      for (int at = 0; at < octets.length; at += 3) {
        int value = 1 + random.nextInt(255);
        octets[at + 2] = (byte) value;
        if (kind < KINDS && (present >>> kind & 1) == 0) {
          expected[kind] = value;
          present |= 1L << kind;
        }
        boolean isTunnel = random.nextInt(8) > 0;
        kind = isTunnel ? random.nextInt(KINDS) : KINDS + random.nextInt(OTHERS);
        octets[at] = (byte) (kind + 1 >>> 8);
        octets[at + 1] = (byte) (kind + 1);
      }
      row.read(octets, 0, octets.length, octets.length, 0, link);
      assertEquals(present, row.present());
      for (int i = 0; i < KINDS; i++) {
        assertEquals(expected[i], row.value(i));
      }
    }
  }
}
