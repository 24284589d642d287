/**
 * An Exchange for the demonstration and for tests: it speaks Exchange Web Services well enough for
 * clients written by others.
 *
 * <p>As a process: {@code java -jar exchange-simulator.jar --port=8085 --data=folder
 * --users=users.json}. Options ({@code --name=value}, or the environment {@code EXSYNC_SIM_NAME}
 * with {@code _} for {@code -}):
 *
 * <ul>
 *   <li>{@code host} (127.0.0.1), {@code port} (8085): where it listens for HTTP;
 *   <li>{@code https-port}: also listen for HTTPS; {@code keystore} and {@code keystore-password}
 *       (changeit) name a PKCS12 file, without which a self-signed one is made as {@code
 *       simulator.p12} in the data folder;
 *   <li>{@code data} (simulator-data): folder of the mailboxes; it survives a kill;
 *   <li>{@code users}: JSON list of {@code {"smtp", "displayName", "password", "impersonation",
 *       "room"}}; a room answers meeting requests by itself;
 *   <li>{@code tokens}: accepted bearer tokens, separated by commas; each may impersonate.
 * </ul>
 *
 * <p>In a test: {@link io.exchangesync.simulator.ExchangeSimulator#start}.
 *
 * <p>The web services are at {@code /EWS/Exchange.asmx}. The offline address book of all mailboxes
 * is in {@link io.exchangesync.simulator.ExchangeSimulator#oabUrl}, compressed as Exchange does it;
 * fault rules name it as operation {@code OfflineAddressBook}. The authority of each tenant is
 * {@code /tenant} with {@code oauth2/v2.0/token} (client credentials by secret or by certificate)
 * and {@code v2.0/.well-known/openid-configuration}. The control endpoint, for callers on the same
 * machine only:
 *
 * <ul>
 *   <li>{@code GET /control/health}, {@code GET /control/stats}, {@code POST /control/reset-stats},
 *       {@code GET /control/outbox}, {@code POST /control/reset-outbox};
 *   <li>{@code GET|POST /control/mailboxes}: users as above;
 *   <li>{@code POST /control/groups}: a group of the directory, {@code {"smtp", "displayName",
 *       "members": [addresses]}};
 *   <li>{@code POST /control/delegates}: {@code {"mailbox", "delegate", "rights": ["READ", "WRITE",
 *       "VIEW_PRIVATE_ITEMS"]}}, with {@code "folderClass": "IPF.Task"} for folders of that class
 *       only;
 *   <li>{@code POST /control/tokens}: {@code {"token", "application"}};
 *   <li>{@code POST /control/applications}: {@code {"tenant", "clientId", "secrets": [],
 *       "certificates": [PEM], "roles": ["full_access_as_app"]}}; {@code POST
 *       /control/issued-tokens}: {@code {"lifetimeSeconds": 60, "expireAll": true}}, answers how
 *       many were issued; {@code POST /control/token-faults}: {@code {"status", "error",
 *       "retryAfterSeconds"}} for the next request of a token;
 *   <li>{@code POST /control/faults}, {@code DELETE /control/faults}: one rule or a list, such as
 *       {@code {"effect": "serverBusy", "backOffMilliseconds": 1500, "operation": "GetItem",
 *       "mailbox": "a@b.example", "skip": 0, "times": 3, "percent": 100, "seed": 7}}; effects are
 *       serverBusy, itemError (code, backOffMilliseconds), http (status, retryAfterSeconds), delay
 *       (milliseconds), cutBefore, cutMidway, lostReply;
 *   <li>{@code POST /control/oddities}: {@code {"sevenDigitFractions": true, "unknownElements":
 *       true, "omitted": ["item:Importance"]}} for all answers from now on;
 *   <li>{@code POST /control/items}: {@code {"mailbox", "itemId", "uri", "text"}} writes any text
 *       into an item, also characters that XML 1.0 cannot carry.
 * </ul>
 */
package io.exchangesync.simulator;
