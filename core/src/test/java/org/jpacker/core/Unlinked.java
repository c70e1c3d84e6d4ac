package org.jpacker.core;

import java.io.IOException;
import java.io.InputStream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * A made-up protocol of a plug-in that was compiled with a class which {@link #load} leaves out.
 */
public final class Unlinked extends Header {
  /** There while this is compiled. */
  public static final class Missing {}

  /** A value that can be made but not shown. */
  public static final class Part {
    @Override
    public String toString() {
      return new Missing().toString();
    }
  }

  public static final UIntField NUMBER = UIntField.at(0, 8, "unlinked.number");
  public static final Layout LAYOUT =
      Layout.of(
          NUMBER,
          ComputedField.of("unlinked.missing", Unlinked.class, u -> u.missing().hashCode()),
          ComputedField.of("unlinked.part", Unlinked.class, u -> new Part()));
  public static final Protocol<Unlinked> PROTOCOL =
      Protocol.of(
          "unlinked",
          LAYOUT,
          Unlinked.class,
          Unlinked::new,
          Unlinked::new,
          DispatchTable.named("port.port").key(9));

  public Unlinked() {
    super(PROTOCOL);
  }

  Unlinked(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  public Missing missing() {
    return new Missing();
  }

  /** The protocol as it is where the class is missing. */
  static Protocol<?> load() throws ReflectiveOperationException {
    ClassLoader without =
        new ClassLoader(Unlinked.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Missing.class.getName())) {
              throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(Unlinked.class.getName())) {
              return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
          }

          private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = Unlinked.class.getResourceAsStream(file)) {
              byte[] octets = in.readAllBytes();
              return defineClass(name, octets, 0, octets.length);
            } catch (IOException e) {
              throw new ClassNotFoundException(name, e);
            }
          }
        };
    return (Protocol<?>)
        Class.forName(Unlinked.class.getName(), true, without).getField("PROTOCOL").get(null);
  }
}
