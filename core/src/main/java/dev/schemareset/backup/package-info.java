/** Takes, keeps, proves and reads backups. */
package dev.schemareset.backup;
