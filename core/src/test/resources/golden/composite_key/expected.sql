-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 3 tables.
-- Schema fingerprint: a0f3677a2e2ff8595f0db7988c0bcfe024b48f398577c99007856200315f0adc
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table attendees holds golden.composite_key.Student.
CREATE TABLE "attendees" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

-- Table courses holds golden.composite_key.Course.
CREATE TABLE "courses" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT NOT NULL
) STRICT;

-- Table enrolment holds golden.composite_key.Enrolment.
CREATE TABLE "enrolment" (
  "student_id" INTEGER NOT NULL,
  "since" TEXT NOT NULL,
  "course_code" TEXT NOT NULL,
  PRIMARY KEY ("student_id", "course_code"),
  FOREIGN KEY ("student_id") REFERENCES "attendees" ("id"),
  FOREIGN KEY ("course_code") REFERENCES "courses" ("code")
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
INSERT INTO "_schema_reset" VALUES (1, 'a0f3677a2e2ff8595f0db7988c0bcfe024b48f398577c99007856200315f0adc', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.composite_key');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
