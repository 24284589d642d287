/**
 * SuperOffice's lists and people as JPA entities: the common core of the columns, read only.
 *
 * <p>They name no schema: it is the persistence unit's default. Nothing is ever persisted or merged
 * through them.
 */
package io.exchangesync.ejb.crm.entity;
