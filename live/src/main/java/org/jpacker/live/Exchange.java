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
 * Questions and answers on an interface: sends packets and gives back those that answer them, as
 * {@link Packet#answers} tells. Belongs to one thread at a time.
 */
public final class Exchange implements AutoCloseable {

  /** What comes in, as soon as it comes. */
  public static final LiveOptions OPTIONS =
      LiveOptions.DEFAULTS.immediate(true).direction(LiveOptions.Direction.IN);

  /**
   * What came in time may be handed out later: back ends hold packets back for some milliseconds.
   */
  private static final long GRACE = 50_000_000;

  private final LiveCapture capture;
  private final PacketSender sender;

  /**
   * A request and the first packet that answered it.
   *
   * @param after from the sending to the capturing of the answer, as the clocks have it
   */
  public record Answer(Packet request, Packet packet, Duration after) {}

  private record Question(Packet request, long sent) {}

  /** Sends through {@code sender} and waits for answers from {@code capture}; closes both. */
  public Exchange(LiveCapture capture, PacketSender sender) {
    this.capture = capture;
    this.sender = sender;
  }

  /**
   * An exchange on an interface, with the first back end that is usable.
   *
   * @throws CaptureException if it cannot be opened; the reason says what to do
   */
  public static Exchange on(String name) {
    return on(LiveProvider.usable(), name);
  }

  /**
   * An exchange on an interface, with this back end.
   *
   * @throws CaptureException if it cannot be opened; the reason says what to do
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
   * Sends a packet and waits for the first one that answers it; empty if none comes in time.
   *
   * @throws CaptureException if the packet cannot be sent, or the interface fails
   */
  public Optional<Packet> sendAndReceive(Packet request, Duration timeout) {
    List<Answer> answers = sendAndReceive(List.of(request), timeout);
    return answers.stream().findFirst().map(Answer::packet);
  }

  /**
   * Sends packets, one right after the other, and waits until each is answered, or until {@code
   * timeout} has passed since the last was sent. A packet answers the first request that it can.
   *
   * @return the answers in the order in which they came
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
      // what came in time counts, even if it is seen late; but others may talk without end
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
