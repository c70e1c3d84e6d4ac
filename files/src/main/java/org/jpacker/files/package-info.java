/**
 * Work on whole capture files.
 *
 * <ul>
 *   <li>{@link org.jpacker.files.CaptureFacts} describes a file; {@link
 *       org.jpacker.files.FactsText}, {@link org.jpacker.files.FactsTable} and {@link
 *       org.jpacker.files.FactsJson} show it.
 *   <li>{@link org.jpacker.files.Conversion}, {@link org.jpacker.files.Merge} and {@link
 *       org.jpacker.files.Slice} write new files and report {@link org.jpacker.files.Omissions}.
 *       All three stand on {@link org.jpacker.files.CaptureCopy}, which copies packets together
 *       with the other contents of their files.
 *   <li>{@link org.jpacker.files.Target} is the file that is written: it replaces an existing file
 *       only when it is complete.
 * </ul>
 *
 * <pre>{@code
 * Omissions omissions = Conversion.to(WriteSettings.pcap()).run(in, out);
 * omissions.sentences(FileFormat.PCAP).forEach(System.err::println);
 * FactsText.append(text, CaptureFacts.of(out));
 * }</pre>
 *
 * <p>Long work takes a {@link java.util.function.LongConsumer} for its progress. It gets the number
 * of octets that were read so far, once in a few thousand packets, in the thread that does the
 * work. Failures are {@link org.jpacker.api.CaptureException}s; what was written before a damaged
 * place of the input is kept.
 */
package org.jpacker.files;
