package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.AddedTypes;
import org.jpacker.api.Checksum;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Discrepancy;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Heuristic;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Contents;
import org.jpacker.core.source.JavaAccessors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What holds for every protocol. The test of a protocol extends this class and names the protocol;
 * that of a module with several protocols extends {@link ProviderContract}:
 *
 * <pre>{@code
 * class UdpContractTest extends ProtocolContract<Udp> {
 *   @Override protected Protocol<Udp> protocol() { return Udp.PROTOCOL; }
 * }
 * }</pre>
 *
 * <p>Random octets use a fixed seed, or that of {@code -Djpacker.seed=N}; failures report it.
 *
 * @param <H> the header class
 */
public abstract class ProtocolContract<H extends Header> {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int ROUNDS = 500;

  /** Called by subclasses. */
  protected ProtocolContract() {}

  /** The protocol under test. */
  protected abstract Protocol<H> protocol();

  /** A header with typical contents; a new header unless overridden. */
  protected H sample() {
    return protocol().maker().get();
  }

  /** A header survives writing and reading. */
  @Test
  @DisplayName("a created header survives the wire")
  public final void createdHeaderSurvivesTheWire() throws MalformedException {
    H header = sample();
    byte[] wire = header.toBytes();
    Layer read = protocol().reader().read(Window.on(wire));
    assertSame(protocol().type(), read.getClass(), () -> "read back as " + read);
    assertArrayEquals(wire, read.toBytes());
    for (Field field : protocol().layout().fields()) {
      assertEquals(field.text(header), field.text((Header) read), field.name());
    }
  }

  /** A truncated header is refused with a reason, or read as what it still is. */
  @Test
  @DisplayName("every truncation is reported and kept")
  public final void everyTruncationIsReportedAndKept() {
    byte[] wire = sample().toBytes();
    for (int length = 0; length < wire.length; length++) {
      byte[] cut = Arrays.copyOf(wire, length);
      try {
        Layer read = protocol().reader().read(Window.on(cut));
        assertArrayEquals(cut, read.toBytes(), "cut to " + length + " octets");
        assertFalse(
            read instanceof Header && length < protocol().layout().size(),
            "a header in " + length + " octets");
      } catch (MalformedException e) {
        Malformed.Reason reason = e.reason();
        assertNotNull(reason, "cut to " + length + " octets");
        assertFalse(reason.rule().isEmpty(), "the reason names a rule: " + reason);
        assertTrue(reason.needed() < 0 || reason.needed() > reason.found(), reason.toString());
      }
    }
  }

  /** Options and other records come back from their tree, whatever octets they are made of. */
  @Test
  @DisplayName("records come back from their trees")
  public final void recordsComeBackFromTheirTrees() {
    Random random = new Random(SEED);
    byte[] typical = sample().toBytes();
    for (Field field : protocol().layout().fields()) {
      Contents<?, ?> contents =
          field instanceof ComputedField list ? Contents.of(list).orElse(null) : null;
      for (int round = 0; contents != null && contents.isSettable() && round < ROUNDS; round++) {
        byte[] octets = typical.clone();
        for (int i = 0; octets.length > 0 && i < round % 4; i++) {
          octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        String where = field.name() + ", seed " + SEED + ", round " + round;
        if (readOrNull(octets) instanceof Header header && header.protocol() == protocol()) {
          List<Object> tree = contents.tree(header);
          if (!tree.isEmpty()) {
            contents.setTree(header, tree, AddedTypes.NONE);
            List<Object> again = contents.tree(header);
            // zeros that are written behind the last record may be read as records
            int size = Math.min(again.size(), tree.size());
            assertEquals(tree.subList(0, size), again.subList(0, size), where);
          }
        }
      }
    }
  }

  private Layer readOrNull(byte[] octets) {
    try {
      return protocol().reader().read(Window.on(octets));
    } catch (MalformedException e) {
      return null;
    }
  }

  /** Any octets are kept unchanged, and no accessor fails on them. */
  @Test
  @DisplayName("random octets are kept, and no accessor fails on them")
  public final void randomOctetsAreKept() {
    Random random = new Random(SEED);
    byte[] typical = sample().toBytes();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] octets = new byte[random.nextInt(typical.length + 64)];
      random.nextBytes(octets);
      if (round % 2 == 0) {
        // every other round varies a typical header, since purely random octets are often rejected
        System.arraycopy(typical, 0, octets, 0, Math.min(typical.length, octets.length));
        for (int i = 0; octets.length > 0 && i < 3; i++) {
          octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
      }
      String where = "seed " + SEED + ", round " + round;
      byte[] before = octets.clone();
      try {
        Layer read = protocol().reader().read(Window.on(octets));
        if (read instanceof Header header) {
          visit(header, where);
        }
        assertArrayEquals(before, octets, where + ": reading changed the octets");
        byte[] written = read.toBytes();
        assertArrayEquals(Arrays.copyOf(before, written.length), written, where);
      } catch (MalformedException e) {
        assertNotNull(e.reason(), where);
      }
    }
  }

  /** Files with names of values exist and have the right format. */
  @Test
  @DisplayName("names of values can be read")
  public final void namesOfValuesCanBeRead() {
    for (Field field : protocol().layout().fields()) {
      field
          .valueNames()
          .entries()
          .forEach(entry -> assertFalse(entry.name().isBlank(), field.name() + " " + entry));
      assertTrue(
          field.valueNames().within() == null
              || protocol().layout().fields().contains(field.valueNames().within()),
          () -> field.name() + ": names depend on a field that is not in the layout");
    }
  }

  /** A passage agrees with the header class on every header that it describes. */
  @Test
  @DisplayName("a passage agrees with the header class")
  public final void passageSaysWhatTheHeaderDoes() {
    PassageCheck check = new PassageCheck(protocol());
    Random random = new Random(SEED);
    H header = sample();
    header.payload(Raw.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
    byte[] typical = header.toBytes();
    int described = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] octets = Arrays.copyOf(typical, random.nextInt(typical.length) + typical.length / 2);
      for (int i = 0; i < round % 4; i++) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      String where = "seed " + SEED + ", round " + round;
      described += check.isDescribed(octets, where) ? 1 : 0;
    }
    assertTrue(
        protocol().layout().passage() == null || described > 0, "it describes no header at all");
  }

  private static void visit(Header header, String where) {
    for (Field field : header.protocol().layout().fields()) {
      assertNotNull(field.text(header), where + ": " + field.name());
      field.value(header);
    }
    for (Layer layer = header; layer instanceof Header h; layer = h.payload()) {
      assertTrue(h.headerSize() <= h.size(), where + ": " + h);
      h.trailer();
    }
  }

  /** A field reads back as it was set, and fields that share no bits with it stay unchanged. */
  @Test
  @DisplayName("fields do not touch their neighbours")
  public final void fieldsDoNotTouchTheirNeighbours() {
    for (Field field : protocol().layout().fields()) {
      if (field instanceof ComputedField || field.width() < 0 || field.width() > 63) {
        continue;
      }
      H header = sample();
      if (!field.isPresent(header)) {
        continue;
      }
      byte[] before = header.toBytes();
      Object other = other(field, header);
      field.assign(header, other);
      assertEquals(shown(other), shown(field.value(header)), field.name());
      if (field.traits().derived() || field.traits().at() != null) {
        continue;
      }
      byte[] after = header.toBytes();
      for (int bit = 0; bit < header.headerSize() * 8 && after.length == before.length; bit++) {
        boolean inside = bit >= field.bit() && bit < field.bit() + field.width();
        if (!inside && !isDerived(header, bit)) {
          assertEquals(
              before[bit >> 3] >> 7 - (bit & 7) & 1,
              after[bit >> 3] >> 7 - (bit & 7) & 1,
              field.name() + " changed bit " + bit);
        }
      }
    }
  }

  private static boolean isDerived(Header header, int bit) {
    for (Field field : header.protocol().layout().fields()) {
      if (field.traits().derived() && bit >= field.bit() && bit < field.bit() + field.width()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Getters return what setters wrote; a setter that is not applicable names the failed condition.
   */
  @Test
  @DisplayName("accessors come in pairs that agree")
  public final void accessorsComeInPairsThatAgree() {
    Accessors.check(this::sample);
  }

  /** A payload changes no field but those that are derived. */
  @Test
  @DisplayName("a payload changes derived fields only")
  public final void payloadChangesDerivedFieldsOnly() {
    H header = sample();
    H loaded = sample();
    loaded.payload(Raw.of(new byte[] {1, 2, 3, 4}));
    for (Field field : protocol().layout().fields()) {
      if (!field.traits().derived() && !(field instanceof ComputedField)) {
        assertEquals(field.text(header), field.text(loaded), field.name());
      }
    }
    assertEquals(loaded.headerSize() + 4, loaded.size());
  }

  /**
   * A changed field affects the checksums of the carriers but not their lengths, even if those are
   * wrong. A changed payload affects both.
   */
  @Test
  @DisplayName("a change reaches just what it should")
  public final void changeReachesJustWhatItShould() {
    for (Field field : protocol().layout().fields()) {
      boolean isPlain = field.width() > 0 && field.width() < 64 && !field.traits().derived();
      if (isPlain && field.isPresent(sample())) {
        Packet packet = carriedWithWrongLength();
        Header header = carried(packet);
        field.assign(header, other(field, header));
        assertEquals(
            Set.of(Carrier.LENGTH), wrongIn(packet), () -> "after a change of " + field.name());
      }
    }
    Packet packet = carriedWithWrongLength();
    carried(packet).payload(Raw.of(new byte[] {1, 2, 3, 4}));
    assertEquals(Set.of(), wrongIn(packet), "after a change of the payload");
  }

  /** A field that is derived as a checksum is declared as one, so that its status is known. */
  @Test
  @DisplayName("a checksum is declared as one")
  public final void checksumIsDeclaredAsOne() {
    for (Checksum checksum : carriedWithWrongLength().checksums()) {
      assertTrue(
          checksum.field().traits().checksum(),
          () ->
              checksum.field().name() + " is derived as a checksum: declare it with asChecksum()");
    }
  }

  private Packet carriedWithWrongLength() {
    Carrier carrier = new Carrier();
    Packet crafted = Packet.of(carrier, sample());
    Carrier.LENGTH.set(carrier, crafted.length() + 7);
    ProtocolRegistry registry =
        ProtocolRegistry.of()
            .with(DispatchTable.LINK_TYPE.key(Carrier.LINK_TYPE), Carrier.PROTOCOL)
            .with(Carrier.KEY, protocol());
    return Packet.read(crafted.toBytes(), Carrier.LINK_TYPE, registry);
  }

  private H carried(Packet packet) {
    Layer carried = ((Header) packet.first()).payload();
    assertSame(protocol().type(), carried.getClass(), () -> "carried as " + carried);
    return protocol().type().cast(carried);
  }

  /** The derived fields of the carrier whose values are not the derived ones. */
  private static Set<Field> wrongIn(Packet packet) {
    Set<Field> wrong = new HashSet<>();
    for (Discrepancy discrepancy : packet.verify()) {
      if (discrepancy.header() == packet.first()) {
        wrong.add(discrepancy.field());
      }
    }
    return wrong;
  }

  /**
   * A valid value of {@code field} that differs from its value in {@code header}, if there is one.
   */
  private static Object other(Field field, Header header) {
    Object value = field.value(header);
    long all = field.traits().signed() ? 1 : -1L >>> 64 - field.width();
    if (value instanceof byte[] octets) {
      byte[] inverted = octets.clone();
      for (int i = 0; i < inverted.length; i++) {
        inverted[i] = (byte) ~inverted[i];
      }
      return inverted;
    }
    return value instanceof Number number
        ? (Object) (number.longValue() == 0 ? all * field.traits().times() : 0L)
        : value instanceof Boolean flag ? !flag : value;
  }

  private static String shown(Object value) {
    return value instanceof byte[] octets ? Arrays.toString(octets) : String.valueOf(value);
  }

  /** A heuristic recognises its own protocol, and fails on no octets. */
  @Test
  @DisplayName("heuristics recognise a header and fail on nothing")
  public final void heuristicsRecogniseHeaderAndFailOnNothing() throws MalformedException {
    Random random = new Random(SEED);
    for (Heuristic heuristic : protocol().heuristics()) {
      byte[] wire = sample().toBytes();
      assertTrue(
          heuristic.test().recognises(Window.on(wire)),
          () -> "not recognised in " + heuristic.carrier());
      for (int round = 0; round < ROUNDS; round++) {
        byte[] octets = new byte[random.nextInt(wire.length + 64)];
        random.nextBytes(octets);
        try {
          heuristic.test().recognises(Window.on(octets));
        } catch (MalformedException e) {
          assertNotNull(e.reason(), "seed " + SEED + ", round " + round);
        }
      }
    }
  }

  /** The few public methods of {@link Header} have the same meaning in all protocols. */
  @Test
  @DisplayName("no accessor hides a method of Header")
  public final void noAccessorHidesWordOfHeader() {
    Set<String> reserved = new TreeSet<>();
    for (Class<?> type = Header.class; type != Object.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          reserved.add(method.getName());
        }
      }
    }
    reserved.remove("toString");
    for (Method method : protocol().type().getDeclaredMethods()) {
      assertFalse(
          Modifier.isPublic(method.getModifiers())
              && !method.isBridge()
              && !isRefinedAnswers(method)
              && reserved.contains(method.getName()),
          () -> protocol().type().getName() + "." + method.getName() + " hides a method of Header");
    }
  }

  /** The one method that protocols are meant to refine. */
  private static boolean isRefinedAnswers(Method method) {
    return method.getName().equals("answers")
        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Header.class});
  }

  /** Any octets may be compared as an answer to any others. */
  @Test
  @DisplayName("nothing fails when asked whether it answers something")
  public final void nothingFailsWhenAskedWhetherItAnswersSomething() {
    Random random = new Random(SEED);
    byte[] typical = sample().toBytes();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] octets = Arrays.copyOf(typical, random.nextInt(typical.length + 64));
      for (int i = 0; octets.length > 0 && i < 3; i++) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      try {
        if (protocol().reader().read(Window.on(octets)) instanceof Header header) {
          header.answers(sample());
          sample().answers(header);
          header.answers(header);
          assertFalse(new Carrier().answers(header), "answered by another protocol");
        }
      } catch (MalformedException e) {
        assertNotNull(e.reason());
      }
    }
  }

  /** A header class is final and has no state besides its octets. */
  @Test
  @DisplayName("the header class is final and keeps no state")
  public final void headerClassIsFinalAndKeepsNoState() {
    Class<?> type = protocol().type();
    assertTrue(Modifier.isFinal(type.getModifiers()), type.getName());
    for (java.lang.reflect.Field field : type.getDeclaredFields()) {
      assertTrue(
          Modifier.isStatic(field.getModifiers()) || field.isSynthetic(),
          () -> type.getName() + "." + field.getName() + " is state: it belongs into the octets");
    }
  }

  /** Field names are written as Wireshark writes them. */
  @Test
  @DisplayName("field names are lower case and dotted")
  public final void fieldNamesAreLowerCaseAndDotted() {
    for (Field field : protocol().layout().fields()) {
      assertTrue(field.name().matches("[a-z0-9_]+(\\.[a-z0-9_]+)*"), field.name());
    }
  }

  /**
   * Accessors that are generated into the source of the header class, between two markers, are
   * those of its fields; skipped where the source is not below {@code -Djpacker.sources=DIR}, which
   * is {@code src/main/java} unless said otherwise.
   */
  @Test
  @DisplayName("generated accessors are those of the fields")
  public final void generatedAccessorsAreThoseOfTheFields() throws IOException {
    String type = protocol().type().getName().replaceFirst("\\$.*", "");
    Path source =
        Path.of(System.getProperty("jpacker.sources", "src/main/java"))
            .resolve(type.replace('.', '/') + ".java");
    assumeTrue(Files.exists(source), () -> "there is no source " + source.toAbsolutePath());
    String text = Files.readString(source);
    if (JavaAccessors.areIn(text)) {
      int line =
          Arrays.mismatch(text.lines().toArray(), JavaAccessors.write(text).lines().toArray());
      assertEquals(
          -1,
          line,
          () ->
              source
                  + ":"
                  + (line + 1)
                  + ": not what the fields say; 'jpacker new-protocol --accessors "
                  + source
                  + "' writes the accessors anew");
    }
  }
}
