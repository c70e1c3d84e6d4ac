/**
 * What a module implements to bring protocols of its own, one {@link
 * org.jpacker.api.spi.ProtocolProvider}.
 *
 * <pre>{@code
 * public final class BeaconProvider implements ProtocolProvider {
 *   public BeaconProvider() {}
 *
 *   @Override
 *   public String module() {
 *     return "org.example.beacon";
 *   }
 *
 *   @Override
 *   public List<Protocol<?>> protocols() {
 *     return List.of(Beacon.PROTOCOL);
 *   }
 * }
 * }</pre>
 *
 * <p>It is named twice, for the two ways on which it is found: {@code provides
 * org.jpacker.api.spi.ProtocolProvider with org.example.beacon.BeaconProvider} in {@code
 * module-info}, and its name in {@code META-INF/services/org.jpacker.api.spi.ProtocolProvider}. The
 * package of the header classes is exported, so that programs can name them. The module requires
 * {@code org.jpacker.api} and nothing else of jpacker.
 *
 * <p>A provider is asked once for each registry. If it throws, its protocols are left out, and
 * {@link org.jpacker.api.ProtocolRegistry#problems} says why.
 */
package org.jpacker.api.spi;
