/** Measures the whole product against a bare floor, and what an idle cycle costs. */
package io.exchangesync.benchmarks;
