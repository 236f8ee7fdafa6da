/** What others plug in: a database elsewhere that is reset together with the local one. */
package dev.schemareset.spi;
