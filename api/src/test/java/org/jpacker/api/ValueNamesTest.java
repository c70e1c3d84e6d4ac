package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ValueNamesTest {

  private static ValueNames file(String text) {
    return ValueNames.read(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void fileIsReadOnceWhenANameIsRequested() {
    AtomicInteger opened = new AtomicInteger();
    ValueNames names =
        ValueNames.read(
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream("1\tone\n".getBytes(StandardCharsets.UTF_8));
            });
    UIntField field = UIntField.at(0, 8, "a.b").valueNames(names);
    assertFalse(field.valueNames().isEmpty());
    assertEquals(0, opened.get());
    assertEquals("one", names.nameOf(1));
    assertNull(names.nameOf(2));
    assertEquals(1, opened.get());
  }

  @Test
  void linesHaveNumberNameAndReference() {
    ValueNames names = file("# Kinds\n# as of then\n\n0x10\ttwo words\tRFC 1\n2\tplain\n");
    assertEquals(
        List.of(
            new ValueNames.Entry(0, 2, "plain", ""),
            new ValueNames.Entry(0, 16, "two words", "RFC 1")),
        names.entries());
    assertEquals(List.of("Kinds", "as of then"), names.about());
  }

  @Test
  void otherNamesFillGapsOnly() {
    ValueNames names = file("1\tmine\n").orElse(ValueNames.of(Map.of(1L, "other", 2L, "second")));
    assertEquals("mine", names.nameOf(1));
    assertEquals("second", names.nameOf(2));
    assertEquals(2, names.entries().size());
  }

  @Test
  void nameMayDependOnAnotherField() {
    UIntField type = UIntField.at(0, 8, "a.type");
    ValueNames names = file("3/1\thost\n5/1\tfor host\n").within(type);
    assertSame(type, names.within());
    assertEquals(
        List.of(new ValueNames.Entry(3, 1, "host", ""), new ValueNames.Entry(5, 1, "for host", "")),
        names.entries());
    assertNull(names.nameOf(1));
  }

  @Test
  void fieldThatSelectsHasTheNamesOfItsTable() {
    UIntField plain = UIntField.at(0, 8, "a.proto").selects(DispatchTable.IP_PROTOCOL);
    assertEquals("TCP", plain.valueNames().nameOf(6));
    assertEquals("mine", plain.valueNames(Map.of(6L, "mine")).valueNames().nameOf(6));
    assertTrue(UIntField.at(0, 8, "a.x").valueNames().isEmpty());
  }

  @Test
  void tablesOfTheApiHaveNames() {
    assertEquals("IPv6", DispatchTable.ETHERTYPE.names().nameOf(0x86dd));
    assertEquals("LINUX_SLL2", DispatchTable.LINK_TYPE.names().nameOf(276));
    assertEquals("syslog", DispatchTable.UDP_PORT.names().nameOf(514));
    assertEquals("shell", DispatchTable.TCP_PORT.names().nameOf(514));
    assertEquals("domain", DispatchTable.UDP_PORT.names().nameOf(53));
    assertTrue(DispatchTable.named("names.test").names().isEmpty());
  }

  @Test
  void badLineIsNamed() {
    for (String bad : List.of("x\ty", "1 one", "1\t", "1/2\tpair", "1\ta\tb\tc")) {
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> file("# a\n" + bad + "\n").nameOf(1));
      assertEquals(
          "names, line 2: not a number, a name and perhaps a reference with tabs between them: "
              + bad,
          e.getMessage());
    }
    assertEquals(
        "names, line 2: 1 has two names: a, b",
        assertThrows(IllegalStateException.class, () -> file("1\ta\n1\tb\n").nameOf(1))
            .getMessage());
    assertEquals(
        "the file of names is missing",
        assertThrows(IllegalStateException.class, () -> ValueNames.read(() -> null).nameOf(1))
            .getMessage());
  }
}
