package app.models

import dev.schemareset.annotation.Check
import dev.schemareset.annotation.Column
import dev.schemareset.annotation.Default
import dev.schemareset.annotation.DefaultNow
import dev.schemareset.annotation.Index
import dev.schemareset.annotation.PrimaryKey
import dev.schemareset.annotation.References
import dev.schemareset.annotation.Table
import dev.schemareset.annotation.Unique
import java.time.Instant
import org.jdbi.v3.core.mapper.Nested
import org.jdbi.v3.core.mapper.PropagateNull
import org.jdbi.v3.core.mapper.reflect.ColumnName

@Table
@JvmRecord
data class Team(@PrimaryKey val id: Long? = null, @Unique val name: String = "")

enum class Plan { FREE, PAID }

@JvmRecord
data class Address(@PropagateNull val street: String, val town: String?)

@Table("users")
@Index("name", "created_at")
@Index(value = ["lower(email)"], name = "users_email")
@JvmRecord
data class User(
    @PrimaryKey val id: Long?,
    @Check("length(email) > 2") @Check("email LIKE '%@%'") val email: String,
    val name: String?,
    @References(Team::class) val teamId: Long?,
    @Default("0") val logins: Int,
    @field:Default("'FREE'") val plan: Plan,
    @all:Column("picture") val bytes: ByteArray,
    @Nested("home") val home: Address?,
    @ColumnName("said") val note: String,
    @DefaultNow val createdAt: Instant,
)

@JvmRecord
data class Size(@ColumnName("team") val team: String, @ColumnName("users") val users: Int)
