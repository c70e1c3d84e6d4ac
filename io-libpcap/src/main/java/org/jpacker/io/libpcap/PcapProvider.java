package org.jpacker.io.libpcap;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.live.spi.QueuedCapture;
import org.pcap4j.core.PcapHandle;

/** Provides libpcap as the back end {@code pcap}. */
public final class PcapProvider implements LiveProvider {

  /** Called by {@link java.util.ServiceLoader}. */
  public PcapProvider() {}

  @Override
  public String name() {
    return "pcap";
  }

  @Override
  public Optional<String> problem() {
    return Libpcap.problem();
  }

  @Override
  public List<LiveInterface> interfaces() {
    check("interfaces");
    return Interfaces.list();
  }

  @Override
  public LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry) {
    check(name);
    PcapHandle handle = Libpcap.open(name, options);
    Link link = Link.of(Libpcap.linkType(handle.getDlt().value()), 0, registry);
    return QueuedCapture.around(new PcapCapture(name, handle, link, Libpcap.isPolled()), options);
  }

  @Override
  public PacketSender sender(String name) {
    check(name);
    return new PcapSender(name, Libpcap.open(name, PcapSender.OPTIONS));
  }

  @Override
  public void restoreSignals() {
    Signals.restore();
  }

  private void check(String source) {
    Optional<String> problem = problem();
    if (problem.isPresent()) {
      throw new CaptureException(source, -1, problem.get(), null);
    }
  }
}
