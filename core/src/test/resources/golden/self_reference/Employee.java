package golden.self_reference;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.util.Optional;

@Table
public record Employee(@PrimaryKey Long id, String name, @References(Employee.class) Optional<Long> managerId) {}
