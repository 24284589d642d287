/** What administrators decide: the settings of sync-rules section 6, typed and validated. */
package io.exchangesync.core.settings;
