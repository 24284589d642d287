/**
 * The floor of the benchmark: a bare program on ews-java-api and JDBC that moves the same items
 * with the same remote calls and rows, without planner, stamps in SuperOffice, links or journal.
 */
package io.exchangesync.benchmarks.floor;
