/** Where SQL text is born: from a schema and an inventory to the statements of a plan. */
package dev.schemareset.ddl;
