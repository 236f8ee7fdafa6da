/** What was found in a database and what will be done to it, as values that anybody can look at before it happens. */
package dev.schemareset.plan;
