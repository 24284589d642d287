/**
 * Access tokens of an application (OAuth 2.0 client credentials) by MSAL4J.
 *
 * <ul>
 *   <li>{@link io.exchangesync.exchange.auth.AppRegistration}, {@link
 *       io.exchangesync.exchange.auth.AppCredential}: as which application, by which secret
 *   <li>{@link io.exchangesync.exchange.auth.Authorities}: whom the secret may be shown to
 *   <li>{@link io.exchangesync.exchange.auth.AppTokens}: the token, renewed before it expires
 *   <li>{@code MsalHttp}, {@code CallingThread}: how MSAL4J reaches the authority
 *   <li>{@code TokenProblems}: what its refusals mean
 * </ul>
 */
package io.exchangesync.exchange.auth;
