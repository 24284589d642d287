/** Column-aware SQL for SuperOffice's tables: a level is the set of columns found at start. */
package io.exchangesync.ejb.crm.sql;
