/**
 * The mailbox side by Exchange Web Services, for Exchange 2010 SP2 and newer.
 *
 * <p>ews-java-api writes the envelope and the headers and carries the request; requests are worded
 * and answers are read here, so that a character, a value or an element which the library does not
 * know fails one item and never a whole answer.
 *
 * <ul>
 *   <li>{@link io.exchangesync.exchange.ews.EwsConnection}, {@link
 *       io.exchangesync.exchange.ews.SignIn}, {@link io.exchangesync.exchange.ews.Access}, {@link
 *       io.exchangesync.exchange.ews.TrustStore}, {@link
 *       io.exchangesync.exchange.ews.EwsConnections}: where, as whom, by which right
 *   <li>{@link io.exchangesync.exchange.ews.EwsMailboxGateway}, {@code EwsMailboxSession}, {@code
 *       EwsReader}, {@code EwsWriter}: the ports
 *   <li>{@code EwsService}, {@code EwsHttp}, {@code EwsCall}: the library, its sockets, one request
 *   <li>{@code EwsOperation}, {@code EwsOperations}, {@code FieldSet}, {@code Property}, {@code
 *       References}, {@code EwsXml}, {@code Batches}: what requests say
 *   <li>{@code EwsAnswer}, {@code EwsMessages}, {@code EwsMessage}, {@code XmlElement}, {@code
 *       XmlCharFilter}, {@code BoundedStream}: reading answers
 *   <li>{@code ItemCodec}: what a kind of items looks like; {@code AppointmentCodec} with {@code
 *       AppointmentReader} and {@code AppointmentFields}, {@code TaskCodec} likewise
 *   <li>{@code SeriesReader}, {@code SeriesXml}, {@code RecurrenceXml}, {@code Occurrences}: series
 *       with their exceptions; {@code SeriesWriter}, {@code SeriesRules}, {@code SeriesChange},
 *       {@code SeriesDifference}, {@code SeriesDates}, {@code SeriesOperations}: writing their
 *       single dates after their master
 *   <li>{@code MeetingXml}, {@code SilentWrites}, {@code RepliesWriter}: who is invited, whom
 *       nobody tells, what the owner replies
 *   <li>{@code ItemParts}, {@code ItemTimes}, {@code Values}, {@code WindowsZones}: reading items
 *   <li>{@code EwsFailure}, {@code EwsErrors}, {@code CalendarErrors}, {@code EwsHttpErrors}: what
 *       went wrong, and what then
 *   <li>{@link io.exchangesync.exchange.ews.ConnectionTest}, {@link
 *       io.exchangesync.exchange.ews.ConnectionStep}: telling the administrator which step fails
 * </ul>
 */
package io.exchangesync.exchange.ews;
