/**
 * The CRM side: SuperOffice's tables behind the ports {@code CrmGateway} and {@code CrmDirectory}.
 *
 * <p>{@link io.exchangesync.ejb.crm.SqlCrmGateway} is the way in. Package {@code sql} knows which
 * columns this database has, {@code write} holds the rules of every write, {@code entity} the
 * tables of lists and people, which are read through JPA.
 */
package io.exchangesync.ejb.crm;
