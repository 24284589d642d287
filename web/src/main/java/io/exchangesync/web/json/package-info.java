/** How the API's records become JSON and back. */
package io.exchangesync.web.json;
