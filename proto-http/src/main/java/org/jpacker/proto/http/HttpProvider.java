package org.jpacker.proto.http;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class HttpProvider implements ProtocolProvider {

  /** Called by ServiceLoader. */
  public HttpProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(Http.PROTOCOL);
  }
}
