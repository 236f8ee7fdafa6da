package dev.schemareset.manage.hidden;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

/** A team that Jdbi cannot bind. */
@Table
record Team(@PrimaryKey long id) {}
