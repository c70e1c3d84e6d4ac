/**
 * The service interface for protocols: a module contributes its own with a {@link
 * org.jpacker.api.spi.ProtocolProvider}.
 *
 * <pre>{@code
 * public final class BeaconProvider implements ProtocolProvider {
 *   public BeaconProvider() {}
 *
 *   @Override
 *   public List<Protocol<?>> protocols() {
 *     return List.of(Beacon.PROTOCOL);
 *   }
 * }
 * }</pre>
 *
 * <p>The provider is named in two places, for the two ways in which it may be found: in {@code
 * module-info} with {@code provides org.jpacker.api.spi.ProtocolProvider with
 * org.example.beacon.BeaconProvider}, and in the file {@code
 * META-INF/services/org.jpacker.api.spi.ProtocolProvider}. The package of the header classes is
 * exported, so that programs can use them. The module requires {@code org.jpacker.api} and no other
 * module of jpacker.
 *
 * <p>A registry asks each provider once. If a provider throws, its protocols are left out, and
 * {@link org.jpacker.api.ProtocolRegistry#problems} gives the reason.
 *
 * <p>{@link org.jpacker.api.spi.ModuleLog} is the log of a module that reads or writes packets, for
 * those who implement formats and back ends.
 */
package org.jpacker.api.spi;
