package app.plain

import dev.schemareset.annotation.PrimaryKey
import dev.schemareset.annotation.Table

@Table
data class Plain(@PrimaryKey val id: Long)

data class Forgotten(@PrimaryKey val id: Long)

@Table
@JvmRecord
data class Secret(@PrimaryKey val id: Long?, private val key: String)
