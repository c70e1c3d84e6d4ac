package org.jpacker.core;

import java.util.Arrays;
import java.util.List;
import org.jpacker.api.ComputedField;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.TextField;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** A made-up protocol for text, with contents of variable shape. */
final class Chat extends Header {
  static final FlagField LOUD = FlagField.at(0, "chat.loud");
  static final UIntField RESERVED = UIntField.at(1, 7, "chat.reserved");
  static final TextField TEXT = TextField.rest(16, "chat.text");
  static final ComputedField WORDS = ComputedField.of("chat.word", Chat.class, Chat::words);
  static final ComputedField COUNT =
      ComputedField.of("chat.count", Chat.class, chat -> chat.words().size());
  static final ComputedField FAULTY = ComputedField.of("chat.faulty", Chat.class, Chat::fail);
  static final ComputedField QUOTE = ComputedField.of("chat.quote", Chat.class, Chat::quote);
  static final Layout LAYOUT =
      Layout.of(
          LOUD, RESERVED, UIntField.at(8, 8, "chat.version"), TEXT, WORDS, COUNT, FAULTY, QUOTE);
  static final Protocol<Chat> PROTOCOL =
      Protocol.of("chat", LAYOUT, Chat.class, Chat::new, Chat::new, Port.PORTS.key(7))
          .titled("Made-up Chat");

  Chat() {
    super(PROTOCOL);
  }

  private Chat(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(in.size());
  }

  static Chat of(String text) {
    Chat chat = new Chat();
    TEXT.set(chat, text);
    return chat;
  }

  private List<String> words() {
    String text = TEXT.get(this);
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  private String fail() {
    if (TEXT.get(this).equals("fail")) {
      throw new IllegalStateException("a\u001bb");
    }
    return null;
  }

  private Packet quote() {
    return TEXT.get(this).equals("quote")
        ? Packet.of(new Wire(), new Net().between("9.9.9.9", "8.8.8.8"))
        : null;
  }
}
