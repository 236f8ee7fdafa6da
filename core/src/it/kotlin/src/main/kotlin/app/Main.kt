package app

import app.models.Address
import app.models.Plan
import app.models.Size
import app.models.Team
import app.models.User
import dev.schemareset.Confirm
import dev.schemareset.SchemaReset
import dev.schemareset.error.InvalidSchemaException
import dev.schemareset.error.Problem
import java.nio.file.Files
import java.time.Instant
import org.jdbi.v3.core.Jdbi
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper

/** Resets, writes and reads, and fails unless it comes out as it should. */
fun main() {
    val file = Files.createTempDirectory("kotlin").resolve("local.db")
    val reset = SchemaReset.forPackage("app.models").database(file)
    requireEqual(
        """
        CREATE TABLE "users" (
          "id" INTEGER NOT NULL PRIMARY KEY,
          "email" TEXT NOT NULL CHECK (length(email) > 2) CHECK (email LIKE '%@%'),
          "name" TEXT,
          "team_id" INTEGER,
          "logins" INTEGER NOT NULL DEFAULT 0,
          "plan" TEXT NOT NULL DEFAULT 'FREE' CHECK ("plan" IN ('FREE', 'PAID')),
          "picture" BLOB NOT NULL,
          "home_street" TEXT,
          "home_town" TEXT,
          "said" TEXT NOT NULL,
          "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')),
          FOREIGN KEY ("team_id") REFERENCES "team" ("id")
        ) STRICT
        """.trimIndent(),
        reset.plan().creates().map { it.sql() }.single { it.startsWith("CREATE TABLE \"users\"") },
    )

    reset.apply(Confirm.YES)
    reset.verify().assertInSync()

    val ada = User(
        1, "ada@example.org", null, 1, 3, Plan.PAID, byteArrayOf(1), Address("Main Street 1", null), "hello",
        Instant.parse("2026-01-02T03:04:05Z"),
    )
    val jdbi = reset.jdbi()
    addTeam(jdbi, Team(name = "Blue"))
    requireEqual(listOf(Team(1, "Blue")), teams(jdbi))
    jdbi.useHandle<Exception> { handle ->
        handle.createUpdate(
            "INSERT INTO users VALUES (:id, :email, :name, :teamId, :logins, :plan, :bytes, :home.street, :home.town, :note,"
                + " :createdAt)",
        ).bindMethods(ada).execute()
        handle.execute("INSERT INTO users (email, picture, said) VALUES ('bob@example.org', x'', '')")
    }
    val (first, second) = jdbi.withHandle<List<User>, Exception> {
        it.select("SELECT * FROM users ORDER BY id").mapTo(User::class.java).list()
    }
    require(first.bytes.contentEquals(ada.bytes)) { "the bytes come back" }
    requireEqual(ada, first.copy(bytes = ada.bytes))
    requireEqual(listOf(Size("Blue", 1)), sizes(jdbi))
    requireEqual(User(2, "bob@example.org", null, null, 0, Plan.FREE, second.bytes, null, "", second.createdAt), second)

    requireEqual(
        listOf(
            Problem(
                "app.plain.Forgotten",
                "it is not a record, and annotations for components of records stand on id.",
                "make it a @JvmRecord data class, or remove them.",
            ),
            Problem(
                "app.plain.Plain",
                "it carries @Table and is not a record.",
                "make it a @JvmRecord data class, or remove @Table.",
            ),
            Problem(
                "app.plain.Secret.key",
                "Kotlin makes no accessor for it, because it is private.",
                "remove private.",
            ),
        ),
        problems(SchemaReset.forPackage("app.plain").database(file)),
    )
}

private fun addTeam(jdbi: Jdbi, team: Team) =
    jdbi.useHandle<Exception> { handle ->
        handle.createUpdate("INSERT INTO team (id, name) VALUES (:id, :name)").bindMethods(team).execute()
    }

private fun teams(jdbi: Jdbi): List<Team> =
    jdbi.withHandle<List<Team>, Exception> { handle ->
        handle.select("SELECT * FROM team").mapTo(Team::class.java).list()
    }

private fun sizes(jdbi: Jdbi): List<Size> =
    jdbi.withHandle<List<Size>, Exception> { handle ->
        handle.select("SELECT t.name AS team, count(*) AS users FROM team t JOIN users u ON u.team_id = t.id GROUP BY t.id")
            .map(ConstructorMapper.of(Size::class.java)).list()
    }

private fun problems(reset: SchemaReset): List<Problem> =
    try {
        reset.plan()
        emptyList()
    } catch (e: InvalidSchemaException) {
        e.problems()
    }

private fun requireEqual(expected: Any, actual: Any) = check(expected == actual) { "Expected: $expected\nbut was: $actual" }
