package org.jpacker.proto.tcpudp;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.RecordFields;

/** The fields of SCTP that come from its chunks, their parameters and causes. */
final class SctpFields {
  private static final RecordFields<Sctp, SctpChunk> CHUNKS =
      RecordFields.of("sctp.", Sctp.class, SctpFields::whole);
  private static final RecordFields<Sctp, SctpParameter> PARAMETERS =
      RecordFields.of("sctp.", Sctp.class, SctpFields::parameters);
  private static final RecordFields<Sctp, SctpCause> CAUSES =
      RecordFields.of("sctp.", Sctp.class, SctpFields::causes);

  private static final List<Field> OF_CHUNKS =
      List.of(
          ComputedField.list("sctp.chunk", Sctp.class, Sctp::chunks),
          CHUNKS
              .each("chunk_type", SctpChunk.class, SctpChunk::type)
              .valueNames(
                  ValueNames.read(() -> Sctp.class.getResourceAsStream("sctp.chunk_type.tsv"))),
          CHUNKS.each("chunk_flags", SctpChunk.class, SctpChunk::flags).hex(2),
          CHUNKS.all("data_tsn_raw", SctpChunk.class, SctpFields::tsn),
          CHUNKS.all("data_sid", SctpChunk.class, SctpFields::stream).hex(4),
          CHUNKS.each("data_ssn", SctpChunk.Data.class, SctpChunk.Data::ssn),
          CHUNKS.each(
              "data_mid", SctpChunk.InterleavedData.class, SctpChunk.InterleavedData::message),
          CHUNKS.all("data_payload_proto_id", SctpChunk.class, SctpFields::protocol),
          init("initiate_tag", false, SctpChunk.Init::tag).hex(8),
          init("credit", false, SctpChunk.Init::credit),
          init("nr_out_streams", false, SctpChunk.Init::outStreams),
          init("nr_in_streams", false, SctpChunk.Init::inStreams),
          init("initial_tsn", false, SctpChunk.Init::tsn),
          init("initiate_tag", true, SctpChunk.Init::tag).hex(8),
          init("credit", true, SctpChunk.Init::credit),
          init("nr_out_streams", true, SctpChunk.Init::outStreams),
          init("nr_in_streams", true, SctpChunk.Init::inStreams),
          init("initial_tsn", true, SctpChunk.Init::tsn),
          CHUNKS.each(
              "sack_cumulative_tsn_ack_raw", SctpChunk.Sack.class, SctpChunk.Sack::cumulativeTsn),
          CHUNKS.each("sack_a_rwnd", SctpChunk.Sack.class, SctpChunk.Sack::credit),
          CHUNKS.all(
              "sack_gap_block_start", SctpChunk.Sack.class, s -> gaps(s).map(gap -> gap.start())),
          CHUNKS.all(
              "sack_gap_block_end", SctpChunk.Sack.class, s -> gaps(s).map(gap -> gap.end())),
          CHUNKS.all(
              "sack_duplicate_tsn", SctpChunk.Sack.class, sack -> sack.duplicates().stream()),
          CHUNKS.each(
              "shutdown_cumulative_tsn_ack",
              SctpChunk.Shutdown.class,
              SctpChunk.Shutdown::cumulativeTsn),
          CHUNKS.each("cookie", SctpChunk.CookieEcho.class, SctpChunk.CookieEcho::cookie),
          congestion("ecne_lowest_tsn", 12),
          congestion("cwr_lowest_tsn", 13),
          CHUNKS.each(
              "shared_key_id", SctpChunk.Authentication.class, SctpChunk.Authentication::key),
          CHUNKS.each("hmac", SctpChunk.Authentication.class, SctpChunk.Authentication::hmac),
          configuration("asconf_seq_nr_number", false),
          configuration("asconf_ack_seq_nr_number", true),
          CHUNKS.each(
              "forward_tsn_tsn", SctpChunk.ForwardTsn.class, SctpChunk.ForwardTsn::cumulativeTsn),
          CHUNKS.all(
              "forward_tsn_sid",
              SctpChunk.ForwardTsn.class,
              forward -> forward.skipped().stream().map(s -> s.stream())),
          CHUNKS.all(
              "forward_tsn_ssn",
              SctpChunk.ForwardTsn.class,
              forward -> forward.skipped().stream().map(s -> s.ssn())),
          CHUNKS.each(
              "i_forward_tsn_tsn",
              SctpChunk.InterleavedForwardTsn.class,
              SctpChunk.InterleavedForwardTsn::cumulativeTsn),
          CHUNKS.each("padding_data", SctpChunk.Padding.class, SctpChunk.Padding::octets));

  private static final List<Field> OF_PARAMETERS =
      List.of(
          PARAMETERS.all("parameter_type", SctpParameter.class, SctpFields::types).hex(4),
          address("parameter_ipv4_address", Address.Ipv4.class),
          address("parameter_ipv6_address", Address.Ipv6.class),
          opaque("parameter_heartbeat_information", 1),
          opaque("parameter_state_cookie", 7),
          PARAMETERS.each(
              "parameter_cookie_preservative_incr",
              SctpParameter.CookiePreservative.class,
              SctpParameter.CookiePreservative::milliseconds),
          PARAMETERS.each(
              "parameter_hostname", SctpParameter.HostName.class, SctpParameter.HostName::name),
          PARAMETERS.all(
              "parameter_supported_address_type",
              SctpParameter.SupportedAddresses.class,
              p -> p.types().stream()),
          PARAMETERS.all(
              "supported_chunk_type",
              SctpParameter.Chunks.class,
              p -> p.type() == 0x8008 ? p.chunks().stream() : Stream.empty()),
          PARAMETERS.all(
              "chunk_type_to_auth",
              SctpParameter.Chunks.class,
              p -> p.type() == 0x8003 ? p.chunks().stream() : Stream.empty()),
          opaque("random_number", 0x8002),
          PARAMETERS
              .each(
                  "adaptation_layer_indication",
                  SctpParameter.AdaptationIndication.class,
                  SctpParameter.AdaptationIndication::code)
              .hex(8),
          CAUSES.each("cause_code", SctpCause.class, SctpCause::code).hex(4),
          CAUSES.each(
              "cause_stream_identifier",
              SctpCause.InvalidStream.class,
              SctpCause.InvalidStream::stream),
          CAUSES.each(
              "cause_measure_of_staleness",
              SctpCause.StaleCookie.class,
              SctpCause.StaleCookie::microseconds),
          CAUSES.each("cause_tsn", SctpCause.NoUserData.class, SctpCause.NoUserData::tsn));

  private SctpFields() {}

  /** {@code fields} followed by the fields of the chunks. */
  static Field[] behind(Field... fields) {
    return Stream.of(Arrays.stream(fields), OF_CHUNKS.stream(), OF_PARAMETERS.stream())
        .flatMap(Function.identity())
        .toArray(Field[]::new);
  }

  /** The complete chunks. */
  private static List<SctpChunk> whole(Sctp sctp) {
    return sctp.chunks().stream().filter(chunk -> chunk.type() >= 0).toList();
  }

  private static List<SctpParameter> parameters(Sctp sctp) {
    return sctp.chunks().stream().flatMap(SctpFields::parametersOf).toList();
  }

  private static List<SctpCause> causes(Sctp sctp) {
    return sctp.chunks().stream()
        .filter(SctpChunk.Errors.class::isInstance)
        .flatMap(chunk -> ((SctpChunk.Errors) chunk).causes().stream())
        .toList();
  }

  private static ComputedField init(String name, boolean isAck, Function<SctpChunk.Init, ?> value) {
    return CHUNKS.each(
        (isAck ? "initack_" : "init_") + name,
        SctpChunk.Init.class,
        init -> init.isAck() == isAck ? value.apply(init) : null);
  }

  private static ComputedField congestion(String name, int type) {
    return CHUNKS.each(
        name, SctpChunk.Congestion.class, chunk -> chunk.type() == type ? chunk.lowestTsn() : null);
  }

  private static ComputedField configuration(String name, boolean isAck) {
    return CHUNKS
        .each(
            name,
            SctpChunk.AddressConfiguration.class,
            chunk -> chunk.isAck() == isAck ? chunk.sequence() : null)
        .hex(8);
  }

  private static Stream<Long> tsn(SctpChunk chunk) {
    return chunk instanceof SctpChunk.Data data
        ? Stream.of(data.tsn())
        : chunk instanceof SctpChunk.InterleavedData data ? Stream.of(data.tsn()) : Stream.empty();
  }

  private static Stream<Integer> stream(SctpChunk chunk) {
    return chunk instanceof SctpChunk.Data data
        ? Stream.of(data.stream())
        : chunk instanceof SctpChunk.InterleavedData data
            ? Stream.of(data.stream())
            : Stream.empty();
  }

  private static Stream<Long> protocol(SctpChunk chunk) {
    return chunk instanceof SctpChunk.Data data
        ? Stream.of(data.protocol())
        : chunk instanceof SctpChunk.InterleavedData data && data.isFirst()
            ? Stream.of(data.protocolOrFragment())
            : Stream.empty();
  }

  private static Stream<SctpChunk.Sack.Gap> gaps(SctpChunk.Sack sack) {
    return sack.gaps().stream();
  }

  private static Stream<SctpParameter> parametersOf(SctpChunk chunk) {
    return chunk instanceof SctpChunk.Init init
        ? init.parameters().stream()
        : chunk instanceof SctpChunk.Parameters parameters
            ? parameters.parameters().stream()
            : chunk instanceof SctpChunk.AddressConfiguration configuration
                ? configuration.parameters().stream()
                : Stream.empty();
  }

  /** An address change contains a parameter, the address. */
  private static Stream<Integer> types(SctpParameter parameter) {
    Stream<SctpParameter> inner =
        parameter instanceof SctpParameter.AddressChange change
            ? Stream.of(new SctpParameter.Host(change.address()))
            : Stream.empty();
    return Stream.concat(Stream.of(parameter), inner).map(SctpParameter::type);
  }

  private static ComputedField opaque(String name, int type) {
    return PARAMETERS.each(
        name, SctpParameter.Opaque.class, p -> p.type() == type ? p.octets() : null);
  }

  private static ComputedField address(String name, Class<? extends Address> type) {
    return PARAMETERS.each(
        name,
        SctpParameter.class,
        p ->
            p instanceof SctpParameter.Host host && type.isInstance(host.address())
                ? host.address()
                : p instanceof SctpParameter.AddressChange change
                        && type.isInstance(change.address())
                    ? change.address()
                    : null);
  }
}
