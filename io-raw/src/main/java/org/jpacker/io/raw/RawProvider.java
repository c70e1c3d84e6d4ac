package org.jpacker.io.raw;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.jpacker.live.spi.LiveProvider;

/** Provides {@link RawSockets} as a back end for programs that accept any. */
public final class RawProvider implements LiveProvider {

  /** Called by {@link java.util.ServiceLoader}; does not load native code. */
  public RawProvider() {}

  @Override
  public String name() {
    return "raw";
  }

  @Override
  public Optional<String> problem() {
    return Libc.problem();
  }

  @Override
  public List<LiveInterface> interfaces() {
    return RawSockets.interfaces();
  }

  @Override
  public LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry) {
    return RawSockets.open(name, options, registry);
  }

  @Override
  public PacketSender sender(String name) {
    return RawSockets.sender(name);
  }

  @Override
  public void restoreSignals() {
    Signals.restore();
  }
}
