-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables, 1 index.
-- Schema fingerprint: d65fea506fe6043a201fbf75e7b2e494a00b74f0ec28aed7a7f86bf7f5a51f1c
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table region holds golden.foreign_key.Region.
CREATE TABLE "region" (
  "country" TEXT NOT NULL,
  "code" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "area" TEXT NOT NULL,
  PRIMARY KEY ("country", "code"),
  UNIQUE ("name", "country")
) STRICT;

-- Index region_by_area serves golden.foreign_key.Region.
CREATE UNIQUE INDEX "region_by_area" ON "region" ("area", "code");

-- Table town holds golden.foreign_key.Town.
CREATE TABLE "town" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "country" TEXT NOT NULL,
  "region" INTEGER NOT NULL DEFAULT 0,
  "twin_country" TEXT,
  "twin_name" TEXT,
  "area" TEXT NOT NULL DEFAULT 'none',
  "mother" INTEGER,
  FOREIGN KEY ("country", "region") REFERENCES "region" ("country", "code"),
  FOREIGN KEY ("twin_country", "twin_name") REFERENCES "region" ("country", "name") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("region", "area") REFERENCES "region" ("code", "area") ON DELETE RESTRICT ON UPDATE SET DEFAULT,
  FOREIGN KEY ("mother") REFERENCES "town" ("id") ON DELETE CASCADE
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
INSERT INTO "_schema_reset" VALUES (1, 'd65fea506fe6043a201fbf75e7b2e494a00b74f0ec28aed7a7f86bf7f5a51f1c', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.foreign_key');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
