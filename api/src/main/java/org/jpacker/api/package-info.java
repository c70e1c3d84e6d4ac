/**
 * The vocabulary of jpacker: packets, layers, fields, protocols, and how they find each other.
 *
 * <h2>The three rules</h2>
 *
 * <ol>
 *   <li>Octets that nobody touched are written back as they came, wrong checksums and reserved bits
 *       included.
 *   <li>A change refreshes the derived fields it reaches: a TTL the IP header checksum; an address
 *       also the transport checksum; a payload the lengths, numbers and checksums below it. A
 *       derived field that you set yourself stays as you set it, until {@link
 *       org.jpacker.api.Header#unpin unpin}.
 *   <li>What a packet contains never makes the dissector throw. Unclaimed octets are {@link
 *       org.jpacker.api.Raw}, refused ones {@link org.jpacker.api.Malformed} with the reason, and
 *       everything before them is there. A plug-in's own {@code RuntimeException}, {@code
 *       LinkageError} or {@code StackOverflowError} becomes a {@code Malformed} with that cause.
 * </ol>
 *
 * <h2>Reading</h2>
 *
 * A {@link org.jpacker.api.Capture} is an open source of packets. A {@link org.jpacker.api.Packet}
 * is a window on octets with a time stamp; its layers are made one by one, as someone asks:
 *
 * <pre>{@code
 * Tcp tcp = packet.get(Tcp.class); // the outermost one, or null
 * }</pre>
 *
 * A {@link org.jpacker.api.Layer} is a {@link org.jpacker.api.Header} with all that it carries, or
 * {@link org.jpacker.api.Raw}, or {@link org.jpacker.api.Malformed}. A header is a view: its
 * accessors read the captured octets where they lie. It was checked when it was made, so accessors
 * never fail.
 *
 * <p>A {@link org.jpacker.api.Field} says where a value lies in a header, what it is called and how
 * it is shown; the names are Wireshark's display-filter names. A {@link org.jpacker.api.Layout} is
 * the list of them. Whatever shows, extracts or documents works on these and knows no protocol.
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
 * Each layer carries the next one. Those of other packets are copied: a header brings itself alone,
 * only the last layer what it carries. Octets and texts are {@link org.jpacker.api.Raw#of(String)
 * Raw.of("text")}; {@link org.jpacker.api.Packet#timestamp(java.time.Instant) timestamp} gives the
 * packet a time.
 *
 * <p>The first change gives a header octets of its own; those that were read are never written to.
 * Structure comes from the octets as read and changes only through {@code payload}, {@code insert}
 * and {@code remove}: setting a type number or a port never dissects again. Derived fields are
 * brought up to date when someone asks for them or for the octets. {@link
 * org.jpacker.api.Packet#verify verify} tells which are not what they would be, {@link
 * org.jpacker.api.Packet#checksums checksums} which checksums are bad and which nobody can tell,
 * {@link org.jpacker.api.Packet#refresh refresh} repairs them.
 *
 * <h2>Plugging in</h2>
 *
 * A protocol is one final class that extends {@link org.jpacker.api.Header}, described by a {@link
 * org.jpacker.api.Protocol}. A module brings its protocols with a {@link
 * org.jpacker.api.spi.ProtocolProvider}, which the {@link org.jpacker.api.ProtocolRegistry} finds
 * on the module path and on the class path, or in jars of a folder ({@link
 * org.jpacker.api.ProtocolRegistry#from(java.nio.file.Path...)}). Protocols do not know each other:
 * a header finds the {@link org.jpacker.api.Reader} of what it carries by a number in a {@link
 * org.jpacker.api.DispatchTable}, and says with a {@link org.jpacker.api.Derivation} what its
 * lengths, numbers and checksums follow from. Tables are open: a plug-in may bring its own, and
 * answer to numbers in those of others.
 *
 * <p>Who reads what a number selects never depends on who was found first. What was chosen ({@link
 * org.jpacker.api.ProtocolRegistry#with(DispatchKey, Protocol) with}) goes before what was put
 * first, that before what is installed, and that before plug-ins; of equals nobody has it, and
 * {@link org.jpacker.api.ProtocolRegistry#problems problems} says how to choose. Where no number
 * tells, a protocol may recognise its octets ({@link org.jpacker.api.Heuristic}), if someone
 * switched that on.
 *
 * <p>Contents of variable shape, such as options, are records behind a sealed interface, with a
 * member for what is not known, which keeps its {@link org.jpacker.api.OctetString octets}. {@link
 * org.jpacker.api.contents.OctetReader} and {@link org.jpacker.api.contents.OctetWriter} read and
 * write them, and {@link org.jpacker.api.contents.RecordFields} makes fields of what they tell.
 *
 * <p>A {@link org.jpacker.api.Passage} in the layout lets bulk scans pass over headers of a
 * protocol without making them.
 *
 * <h2>Threads</h2>
 *
 * A packet and its headers belong to one thread at a time; registries, protocols, fields and
 * addresses are shared freely.
 */
package org.jpacker.api;
