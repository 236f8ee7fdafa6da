/** Runs plans on a database: in one transaction, proven before it is committed. */
package dev.schemareset.run;
