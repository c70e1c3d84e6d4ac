package org.jpacker.api.contents;

import org.jpacker.api.ValueNames;

/** Takes fields of a record that are no parts, see {@link Shaped#tell}. */
public final class Told {
  private final Pass pass;

  Told(Pass pass) {
    this.pass = pass;
  }

  /** Adds a value, each value of a list, or none if it is null. */
  public Told add(String name, Object value) {
    pass.told(name, value);
    return this;
  }

  /** The next one is shown in hexadecimal, with so many digits. */
  public Told hex(int digits) {
    pass.digits(digits);
    return this;
  }

  /** The next number has names. */
  public Told named(ValueNames names) {
    pass.named(names);
    return this;
  }

  /** Adds the fields of another record, or none if it is null. */
  public Told record(Shaped record) {
    pass.record(record);
    return this;
  }
}
