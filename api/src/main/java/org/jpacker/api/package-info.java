/**
 * Packets, layers, fields and protocols, and the dispatch between them: the vocabulary of jpacker.
 *
 * <p>This package reads, changes and creates packets. It defines no protocol: those come from
 * modules that implement {@link org.jpacker.api.spi}, with the help of {@link
 * org.jpacker.api.contents}. Outputs take the text of values and names from {@link
 * org.jpacker.api.text}.
 *
 * <h2>The three rules</h2>
 *
 * <ol>
 *   <li><b>Untouched octets are written back unchanged</b>, including wrong checksums and reserved
 *       bits.
 *   <li><b>A change updates the derived fields that depend on it.</b> A new TTL updates the IP
 *       header checksum; a new address also updates the transport checksum; a new payload updates
 *       the lengths, type numbers and checksums of the layers below it. A derived field that you
 *       set yourself keeps your value until you {@link org.jpacker.api.Header#unpin unpin} it.
 *   <li><b>Nothing in a packet makes the dissector throw.</b> Unclaimed octets become {@link
 *       org.jpacker.api.Raw}, and refused octets become {@link org.jpacker.api.Malformed} with the
 *       reason; all layers before them are available. A {@code RuntimeException}, {@code
 *       LinkageError} or {@code StackOverflowError} from a plug-in becomes a {@code Malformed} with
 *       that cause.
 * </ol>
 *
 * <h2>Reading</h2>
 *
 * <p>A {@link org.jpacker.api.Capture} is an open source of packets. A {@link
 * org.jpacker.api.Packet} is a window on octets with a time stamp. Its layers are dissected one by
 * one, on demand:
 *
 * <pre>{@code
 * Tcp tcp = packet.get(Tcp.class); // the outermost one, or null
 * }</pre>
 *
 * <p>A {@link org.jpacker.api.Layer} is a {@link org.jpacker.api.Header} with all that it carries,
 * a {@link org.jpacker.api.Raw} or a {@link org.jpacker.api.Malformed}. A header is a view: its
 * accessors read the captured octets in place. Its constructor checks the octets once, so accessors
 * never fail.
 *
 * <p>A {@link org.jpacker.api.Field} describes the position, name and presentation of a value in a
 * header; names are Wireshark's display-filter names. A {@link org.jpacker.api.Layout} lists the
 * fields of a header. Code that shows, extracts or documents packets works on these descriptions
 * and needs no knowledge of protocols.
 *
 * <h2>Creating and changing</h2>
 *
 * <pre>{@code
 * Packet ping =
 *     Packet.of( // lengths, checksums, type numbers are filled in
 *         new Ethernet().dst("00:01:02:03:04:05"),
 *         new Ipv4().src("1.2.3.4").dst("5.6.7.8"),
 *         Icmpv4.echoRequest(123, 1, "foobar"));
 * byte[] wire = ping.toBytes();
 * }</pre>
 *
 * <p>Each layer carries the next one. A layer that belongs to another packet is copied: the last
 * layer with its payload, the others without. {@link org.jpacker.api.Raw#of(String) Raw.of("text")}
 * makes a layer of octets or text, and {@link org.jpacker.api.Packet#timestamp(java.time.Instant)
 * timestamp} gives the packet a time.
 *
 * <p>The first change to a header gives it octets of its own; the octets that were read are never
 * modified. The structure of a packet follows from the octets as read, and only {@code payload},
 * {@code insert} and {@code remove} change it: setting a type number or a port does not trigger a
 * new dissection. Derived fields are updated when they, or the octets, are requested. {@link
 * org.jpacker.api.Packet#verify verify} lists the derived fields that differ from their expected
 * values, {@link org.jpacker.api.Packet#checksums checksums} classifies checksums as good, bad or
 * unverified, and {@link org.jpacker.api.Packet#refresh refresh} recomputes everything derived.
 *
 * <h2>Plugging in</h2>
 *
 * <p>A protocol is one final class that extends {@link org.jpacker.api.Header}, and a {@link
 * org.jpacker.api.Protocol} that describes it. A module contributes its protocols through a {@link
 * org.jpacker.api.spi.ProtocolProvider}. The {@link org.jpacker.api.ProtocolRegistry} finds
 * providers on the module path, on the class path, and in jars of a folder ({@link
 * org.jpacker.api.ProtocolRegistry#from(java.nio.file.Path...)}).
 *
 * <p>Protocols do not know each other. A header looks up the {@link org.jpacker.api.Reader} of its
 * payload by a number in a {@link org.jpacker.api.DispatchTable}, and declares in a {@link
 * org.jpacker.api.Derivation} how its lengths, numbers and checksums are derived. Tables are open:
 * a plug-in may add its own, and claim numbers in existing ones.
 *
 * <p>Which reader a number selects never depends on the order of discovery. An explicit choice
 * ({@link org.jpacker.api.ProtocolRegistry#with(DispatchKey, Protocol) with}) takes precedence over
 * a provider that was put first, which takes precedence over installed protocols; plug-ins come
 * last. If claims of equal rank conflict, none of them wins, and {@link
 * org.jpacker.api.ProtocolRegistry#problems problems} says how to choose. Where no number
 * identifies a payload, a protocol may recognise its octets ({@link org.jpacker.api.Heuristic}),
 * provided that the program enables this.
 *
 * <p>Contents of variable shape, such as options, are records that implement a sealed interface.
 * One record of each family stands for unknown contents and keeps their {@link
 * org.jpacker.api.OctetString octets}. A record says once what it consists of ({@link
 * org.jpacker.api.contents.Shaped}), and is read, written, shown and documented from that.
 *
 * <p>A layout with a {@link org.jpacker.api.Passage} lets bulk scans pass over headers without
 * creating them.
 *
 * <h2>Threads</h2>
 *
 * <p>A packet and its headers belong to one thread at a time. Registries, protocols, fields and
 * addresses are immutable and shared freely between threads.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * Packet                octets, time stamp, Link; carries the outermost Layer
 * Layer                 sealed; one of:
 *   Header              the header of one protocol; has a payload Layer and a Raw trailer
 *   Raw                 octets that no protocol claimed
 *   Malformed           octets that a protocol refused, and the Reason
 * Protocol              name, Layout, header class, constructors, DispatchKeys
 * Layout                the fields of a header in wire order
 * Field                 sealed; one of:
 *   UIntField           number of up to 31 bits, an int
 *   ULongField          number of up to 64 bits, a long
 *   FlagField           one bit
 *   MacField, Ipv4Field, Ipv6Field
 *   BytesField          octets
 *   TextField           one character per octet
 *   ComputedField       function of the header: text, number, records, quoted packet
 * ProtocolRegistry      protocols by name, Readers by DispatchKey
 * DispatchKey           number in a DispatchTable
 * </pre>
 */
package org.jpacker.api;
