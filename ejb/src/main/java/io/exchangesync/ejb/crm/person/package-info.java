/** Persons, their companies and selections: what becomes contacts (schema 3.2 and 3.4). */
package io.exchangesync.ejb.crm.person;
