package org.jpacker.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jpacker.api.Address;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.UnknownNameException;
import org.jpacker.core.FieldExtractor;

/**
 * Text from users and files is either valid or rejected with a single exception that says what is
 * wrong.
 */
class TextFuzzTest {
  private static final ProtocolRegistry INSTALLED = ProtocolRegistry.installed();
  private static final UIntField OTHER = UIntField.at(0, 8, "other");

  @FuzzTest(maxDuration = "10m")
  void textsAreReadOrRefused(byte[] octets) {
    String text = new String(octets, StandardCharsets.UTF_8);
    address(text, Address.Mac::of);
    address(text, Address.Ipv4::of);
    address(text, Address.Ipv6::of);
    names(octets, ValueNames.read(() -> new ByteArrayInputStream(octets)));
    names(octets, ValueNames.read(() -> new ByteArrayInputStream(octets)).within(OTHER));
    fields(text);
    shown(Escape.text(text));
    shown(Escape.message(text));
  }

  private static void address(String text, Function<String, Address> parser) {
    Address address;
    try {
      address = parser.apply(text);
    } catch (IllegalArgumentException e) {
      assertEquals(IllegalArgumentException.class, e.getClass(), text);
      assertTrue(e.getMessage().contains(text), e.getMessage());
      return;
    }
    assertEquals(address, parser.apply(address.toString()), text);
  }

  private static void names(byte[] file, ValueNames names) {
    List<ValueNames.Entry> entries;
    try {
      entries = names.entries();
    } catch (IllegalStateException e) {
      assertTrue(e.getMessage().startsWith("names, line "), e.getMessage());
      return;
    }
    assertTrue(entries.size() <= file.length);
    for (ValueNames.Entry entry : entries) {
      assertFalse(entry.name().isBlank());
    }
  }

  private static void fields(String text) {
    try {
      FieldExtractor.of(INSTALLED, List.of(text));
    } catch (UnknownNameException e) {
      assertTrue(e.getMessage().contains(Escape.text(text)), e.getMessage());
    }
  }

  private static void shown(String text) {
    assertTrue(text.chars().noneMatch(Character::isISOControl), text);
  }
}
