package org.jpacker.proto.tcpudp;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.ValueNames;

/** The fields of SCTP that its chunks, their parameters and causes tell. */
final class SctpFields {
  private static final List<Field> OF_CHUNKS =
      List.of(
          ComputedField.list("sctp.chunk", Sctp.class, Sctp::chunks),
          each("chunk_type", SctpChunk.class, SctpChunk::type)
              .valueNames(
                  ValueNames.read(() -> Sctp.class.getResourceAsStream("sctp.chunk_type.tsv"))),
          each("chunk_flags", SctpChunk.class, chunk -> "0x%02x".formatted(chunk.flags())),
          all("data_tsn_raw", SctpChunk.class, SctpFields::tsn),
          all("data_sid", SctpChunk.class, SctpFields::stream),
          each("data_ssn", SctpChunk.Data.class, SctpChunk.Data::ssn),
          each("data_mid", SctpChunk.InterleavedData.class, SctpChunk.InterleavedData::message),
          all("data_payload_proto_id", SctpChunk.class, SctpFields::protocol),
          init("initiate_tag", false, init -> hex(init.tag())),
          init("credit", false, SctpChunk.Init::credit),
          init("nr_out_streams", false, SctpChunk.Init::outStreams),
          init("nr_in_streams", false, SctpChunk.Init::inStreams),
          init("initial_tsn", false, SctpChunk.Init::tsn),
          init("initiate_tag", true, init -> hex(init.tag())),
          init("credit", true, SctpChunk.Init::credit),
          init("nr_out_streams", true, SctpChunk.Init::outStreams),
          init("nr_in_streams", true, SctpChunk.Init::inStreams),
          init("initial_tsn", true, SctpChunk.Init::tsn),
          each("sack_cumulative_tsn_ack_raw", SctpChunk.Sack.class, SctpChunk.Sack::cumulativeTsn),
          each("sack_a_rwnd", SctpChunk.Sack.class, SctpChunk.Sack::credit),
          all("sack_gap_block_start", SctpChunk.Sack.class, s -> gaps(s).map(gap -> gap.start())),
          all("sack_gap_block_end", SctpChunk.Sack.class, s -> gaps(s).map(gap -> gap.end())),
          all("sack_duplicate_tsn", SctpChunk.Sack.class, sack -> sack.duplicates().stream()),
          each(
              "shutdown_cumulative_tsn_ack",
              SctpChunk.Shutdown.class,
              SctpChunk.Shutdown::cumulativeTsn),
          each("cookie", SctpChunk.CookieEcho.class, SctpChunk.CookieEcho::cookie),
          congestion("ecne_lowest_tsn", 12),
          congestion("cwr_lowest_tsn", 13),
          each("shared_key_id", SctpChunk.Authentication.class, SctpChunk.Authentication::key),
          each("hmac", SctpChunk.Authentication.class, SctpChunk.Authentication::hmac),
          configuration("asconf_seq_nr_number", false),
          configuration("asconf_ack_seq_nr_number", true),
          each("forward_tsn_tsn", SctpChunk.ForwardTsn.class, SctpChunk.ForwardTsn::cumulativeTsn),
          all(
              "forward_tsn_sid",
              SctpChunk.ForwardTsn.class,
              forward -> forward.skipped().stream().map(s -> s.stream())),
          all(
              "forward_tsn_ssn",
              SctpChunk.ForwardTsn.class,
              forward -> forward.skipped().stream().map(s -> s.ssn())),
          each(
              "i_forward_tsn_tsn",
              SctpChunk.InterleavedForwardTsn.class,
              SctpChunk.InterleavedForwardTsn::cumulativeTsn),
          each("padding_data", SctpChunk.Padding.class, SctpChunk.Padding::octets));

  private static final List<Field> OF_PARAMETERS =
      List.of(
          parameters("parameter_type", SctpParameter.class, SctpFields::types),
          address("parameter_ipv4_address", Address.Ipv4.class),
          address("parameter_ipv6_address", Address.Ipv6.class),
          opaque("parameter_heartbeat_information", 1),
          opaque("parameter_state_cookie", 7),
          parameter(
              "parameter_cookie_preservative_incr",
              SctpParameter.CookiePreservative.class,
              SctpParameter.CookiePreservative::milliseconds),
          parameter(
              "parameter_hostname", SctpParameter.HostName.class, SctpParameter.HostName::name),
          parameters(
              "parameter_supported_address_type",
              SctpParameter.SupportedAddresses.class,
              p -> p.types().stream()),
          parameters(
              "supported_chunk_type",
              SctpParameter.Chunks.class,
              p -> p.type() == 0x8008 ? p.chunks().stream() : Stream.empty()),
          parameters(
              "chunk_type_to_auth",
              SctpParameter.Chunks.class,
              p -> p.type() == 0x8003 ? p.chunks().stream() : Stream.empty()),
          opaque("random_number", 0x8002),
          parameter(
              "adaptation_layer_indication",
              SctpParameter.AdaptationIndication.class,
              p -> hex(p.code())),
          causes("cause_code", SctpCause.class, cause -> "0x%04x".formatted(cause.code())),
          causes(
              "cause_stream_identifier",
              SctpCause.InvalidStream.class,
              SctpCause.InvalidStream::stream),
          causes(
              "cause_measure_of_staleness",
              SctpCause.StaleCookie.class,
              SctpCause.StaleCookie::microseconds),
          causes("cause_tsn", SctpCause.NoUserData.class, SctpCause.NoUserData::tsn));

  private SctpFields() {}

  /** {@code fields} with those that chunks tell behind them. */
  static Field[] behind(Field... fields) {
    return Stream.of(Arrays.stream(fields), OF_CHUNKS.stream(), OF_PARAMETERS.stream())
        .flatMap(Function.identity())
        .toArray(Field[]::new);
  }

  private static <C extends SctpChunk> ComputedField each(
      String name, Class<C> type, Function<C, ?> value) {
    return all(name, type, chunk -> Stream.of(value.apply(chunk)));
  }

  /** The values of all chunks of a type; one that is cut off has none. */
  private static <C extends SctpChunk> ComputedField all(
      String name, Class<C> type, Function<C, Stream<?>> values) {
    return ComputedField.list(
        "sctp." + name, Sctp.class, sctp -> chunks(sctp, type).flatMap(values).toList());
  }

  private static <C extends SctpChunk> Stream<C> chunks(Sctp sctp, Class<C> type) {
    return sctp.chunks().stream()
        .filter(chunk -> chunk.type() >= 0 && type.isInstance(chunk))
        .map(type::cast);
  }

  private static ComputedField init(String name, boolean isAck, Function<SctpChunk.Init, ?> value) {
    return all(
        (isAck ? "initack_" : "init_") + name,
        SctpChunk.Init.class,
        init -> init.isAck() == isAck ? Stream.of(value.apply(init)) : Stream.empty());
  }

  private static ComputedField congestion(String name, int type) {
    return all(
        name,
        SctpChunk.Congestion.class,
        chunk -> chunk.type() == type ? Stream.of(chunk.lowestTsn()) : Stream.empty());
  }

  private static ComputedField configuration(String name, boolean isAck) {
    return all(
        name,
        SctpChunk.AddressConfiguration.class,
        chunk -> chunk.isAck() == isAck ? Stream.of(hex(chunk.sequence())) : Stream.empty());
  }

  private static Stream<Long> tsn(SctpChunk chunk) {
    return chunk instanceof SctpChunk.Data data
        ? Stream.of(data.tsn())
        : chunk instanceof SctpChunk.InterleavedData data ? Stream.of(data.tsn()) : Stream.empty();
  }

  private static Stream<String> stream(SctpChunk chunk) {
    Stream<Integer> stream =
        chunk instanceof SctpChunk.Data data
            ? Stream.of(data.stream())
            : chunk instanceof SctpChunk.InterleavedData data
                ? Stream.of(data.stream())
                : Stream.empty();
    return stream.map("0x%04x"::formatted);
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

  private static <P extends SctpParameter> ComputedField parameter(
      String name, Class<P> type, Function<P, ?> value) {
    return parameters(name, type, parameter -> Stream.of(value.apply(parameter)));
  }

  private static <P extends SctpParameter> ComputedField parameters(
      String name, Class<P> type, Function<P, Stream<?>> values) {
    return all(
        name,
        SctpChunk.class,
        chunk -> parametersOf(chunk).filter(type::isInstance).map(type::cast).flatMap(values));
  }

  /** A change of addresses holds a parameter, the address. */
  private static Stream<String> types(SctpParameter parameter) {
    Stream<SctpParameter> inner =
        parameter instanceof SctpParameter.AddressChange change
            ? Stream.of(new SctpParameter.Host(change.address()))
            : Stream.empty();
    return Stream.concat(Stream.of(parameter), inner).map(p -> "0x%04x".formatted(p.type()));
  }

  private static ComputedField opaque(String name, int type) {
    return parameters(
        name,
        SctpParameter.Opaque.class,
        p -> p.type() == type ? Stream.of(p.octets()) : Stream.empty());
  }

  private static ComputedField address(String name, Class<? extends Address> type) {
    return parameters(
        name,
        SctpParameter.class,
        p ->
            p instanceof SctpParameter.Host host && type.isInstance(host.address())
                ? Stream.of(host.address())
                : p instanceof SctpParameter.AddressChange change
                        && type.isInstance(change.address())
                    ? Stream.of(change.address())
                    : Stream.empty());
  }

  private static <C extends SctpCause> ComputedField causes(
      String name, Class<C> type, Function<C, ?> value) {
    return all(
        name,
        SctpChunk.Errors.class,
        chunk -> chunk.causes().stream().filter(type::isInstance).map(type::cast).map(value));
  }

  private static String hex(long value) {
    return "0x%08x".formatted(value);
  }
}
