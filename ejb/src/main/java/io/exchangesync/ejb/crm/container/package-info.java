/** The CRM side inside the server: JTA transactions, the persistence unit, CDI beans. */
package io.exchangesync.ejb.crm.container;
