package org.jpacker.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.live.spi.LiveProvider;

/**
 * Requests and responses on an interface: sends packets and returns those that answer them, as
 * decided by {@link Packet#answers}. Belongs to one thread at a time.
 */
public final class Exchange implements AutoCloseable {

  /** How to open a capture for answers: incoming packets only, without delay. */
  public static final LiveOptions OPTIONS =
      LiveOptions.DEFAULTS.immediate(true).direction(LiveOptions.Direction.IN);

  /**
   * Back ends hold packets back for some milliseconds, so a packet that arrived in time may come
   * later.
   */
  private static final long GRACE = 50_000_000;

  private final LiveCapture capture;
  private final PacketSender sender;

  /**
   * A request and the first packet that answered it.
   *
   * @param request the request
   * @param packet the answer
   * @param after time from sending the request to capturing the answer, by the clocks of both
   */
  public record Answer(Packet request, Packet packet, Duration after) {}

  private record Question(Packet request, long sent) {}

  /**
   * An exchange that sends through {@code sender} and receives answers from {@code capture}, best
   * opened with {@link #OPTIONS}. {@link #close} closes both.
   */
  public Exchange(LiveCapture capture, PacketSender sender) {
    this.capture = capture;
    this.sender = sender;
  }

  /**
   * An exchange on an interface, with the first usable back end.
   *
   * @throws CaptureException if the interface cannot be opened; the reason says what to do
   */
  public static Exchange on(String name) {
    return on(LiveProvider.usable(), name);
  }

  /**
   * An exchange on an interface, with the given back end.
   *
   * @throws CaptureException if the interface cannot be opened; the reason says what to do
   */
  public static Exchange on(LiveProvider provider, String name) {
    LiveCapture capture = provider.open(name, OPTIONS);
    try {
      return new Exchange(capture, provider.sender(name));
    } catch (CaptureException e) {
      capture.close();
      throw e;
    }
  }

  /**
   * Sends a packet and waits for the first one that answers it; empty if none arrives in time.
   *
   * @throws CaptureException if the packet cannot be sent, or the interface fails
   */
  public Optional<Packet> sendAndReceive(Packet request, Duration timeout) {
    List<Answer> answers = sendAndReceive(List.of(request), timeout);
    return answers.stream().findFirst().map(Answer::packet);
  }

  /**
   * Sends packets, one right after the other, and waits until all are answered, or until {@code
   * timeout} has passed since the last one was sent. A packet answers the first request that it
   * can.
   *
   * @return the answers in the order of arrival
   * @throws CaptureException if a packet cannot be sent, or the interface fails
   */
  public List<Answer> sendAndReceive(List<Packet> requests, Duration timeout) {
    List<Question> open = new ArrayList<>(requests.size());
    for (Packet request : requests) {
      open.add(new Question(request, now()));
      sender.write(request);
    }
    List<Answer> answers = new ArrayList<>();
    long end = System.nanoTime() + timeout.toNanos() + GRACE;
    long last = now() + timeout.toNanos();
    while (!open.isEmpty()) {
      Packet packet = capture.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      // a packet that arrived in time counts even if it is seen late; but unrelated traffic may
      // never end
      if (packet == null || packet.timestampNanos() > last) {
        return answers;
      }
      take(packet, open, answers);
    }
    return answers;
  }

  private static long now() {
    return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
  }

  private static void take(Packet packet, List<Question> open, List<Answer> answers) {
    for (Iterator<Question> questions = open.iterator(); questions.hasNext(); ) {
      Question question = questions.next();
      if (packet.answers(question.request())) {
        long after = Math.max(0, packet.timestampNanos() - question.sent());
        answers.add(new Answer(question.request(), packet, Duration.ofNanos(after)));
        questions.remove();
        return;
      }
    }
  }

  @Override
  public void close() {
    capture.close();
    sender.close();
  }
}
