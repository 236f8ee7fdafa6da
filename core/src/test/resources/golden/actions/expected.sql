-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables.
-- Schema fingerprint: b21c69dbc54ad6ddacd5beab865cdc5d781e13da0ebc58d4dddc30e597bbf085
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table child holds golden.actions.Child.
CREATE TABLE "child" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "no_action_on_delete" INTEGER,
  "no_action_on_update" INTEGER,
  "restrict_on_delete" INTEGER,
  "restrict_on_update" INTEGER,
  "set_null_on_delete" INTEGER,
  "set_null_on_update" INTEGER,
  "set_default_on_delete" INTEGER,
  "set_default_on_update" INTEGER,
  "cascade_on_delete" INTEGER,
  "cascade_on_update" INTEGER,
  FOREIGN KEY ("no_action_on_delete") REFERENCES "parent" ("id"),
  FOREIGN KEY ("no_action_on_update") REFERENCES "parent" ("id"),
  FOREIGN KEY ("restrict_on_delete") REFERENCES "parent" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("restrict_on_update") REFERENCES "parent" ("id") ON UPDATE RESTRICT,
  FOREIGN KEY ("set_null_on_delete") REFERENCES "parent" ("id") ON DELETE SET NULL,
  FOREIGN KEY ("set_null_on_update") REFERENCES "parent" ("id") ON UPDATE SET NULL,
  FOREIGN KEY ("set_default_on_delete") REFERENCES "parent" ("id") ON DELETE SET DEFAULT,
  FOREIGN KEY ("set_default_on_update") REFERENCES "parent" ("id") ON UPDATE SET DEFAULT,
  FOREIGN KEY ("cascade_on_delete") REFERENCES "parent" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("cascade_on_update") REFERENCES "parent" ("id") ON UPDATE CASCADE
) STRICT;

-- Table parent holds golden.actions.Parent.
CREATE TABLE "parent" (
  "id" INTEGER NOT NULL PRIMARY KEY
) STRICT;

-- This table marks a database that SchemaReset made.
CREATE TABLE "_schema_reset"
-- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
(
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
  "fingerprint" TEXT NOT NULL,
  "reset_at" TEXT NOT NULL,
  "library_version" TEXT NOT NULL,
  "resets" INTEGER NOT NULL,
  "packages" TEXT NOT NULL
) STRICT;

-- The fingerprint of the schema, the time, the version of SchemaReset, the number of resets, and the owner: the packages of the models.
INSERT INTO "_schema_reset" VALUES (1, 'b21c69dbc54ad6ddacd5beab865cdc5d781e13da0ebc58d4dddc30e597bbf085', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.actions');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
