package dev.schemareset.turso.hrana;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.schemareset.turso.hrana.Hrana.Condition;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Stream;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes requests. Integers and base64 hold nothing that JSON escapes: some servers do not read an escape there. */
final class RequestWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final JsonGenerator json;

    private RequestWriter(JsonGenerator json) {
        this.json = json;
    }

    /** What is written. */
    private interface Content {
        void to(RequestWriter writer) throws IOException;
    }

    /** The requests of a pipeline. */
    private interface Requests {
        void write() throws IOException;
    }

    static byte[] write(List<Step> steps, Stream stream) {
        return written(writer -> writer.pipeline(null, () -> {
                    writer.batch(steps);
                    if (stream == Stream.CLOSED) {
                        writer.close();
                    }
                }))
                .toByteArray();
    }

    static byte[] close(String baton) {
        return written(writer -> writer.pipeline(baton, writer::close)).toByteArray();
    }

    static long size(Step step) {
        return written(writer -> writer.step(step, Integer.MAX_VALUE)).size();
    }

    private static ByteArrayOutputStream written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            content.to(new RequestWriter(json));
        } catch (IOException e) {
            throw new AssertionError("memory can be written", e);
        }
        return bytes;
    }

    private void pipeline(@Nullable String baton, Requests requests) throws IOException {
        json.writeStartObject();
        json.writeStringField("baton", baton);
        json.writeArrayFieldStart("requests");
        requests.write();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void batch(List<Step> steps) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "batch");
        json.writeObjectFieldStart("batch");
        json.writeArrayFieldStart("steps");
        for (int index = 0; index < steps.size(); index++) {
            step(steps.get(index), index);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void close() throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "close");
        json.writeEndObject();
    }

    private void step(Step step, int index) throws IOException {
        json.writeStartObject();
        if (step.condition().isPresent()) {
            json.writeFieldName("condition");
            condition(step.condition().get(), index);
        }
        json.writeObjectFieldStart("stmt");
        json.writeStringField("sql", step.sql());
        json.writeArrayFieldStart("args");
        for (Value argument : step.arguments()) {
            value(argument);
        }
        json.writeEndArray();
        json.writeBooleanField("want_rows", step.wantsRows());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void condition(Condition condition, int index) throws IOException {
        json.writeStartObject();
        if (condition instanceof Condition.Ok ok) {
            condition("ok", ok.step(), index);
        } else if (condition instanceof Condition.Failed failed) {
            condition("error", failed.step(), index);
        } else if (condition instanceof Condition.Not not) {
            json.writeStringField("type", "not");
            json.writeFieldName("cond");
            condition(not.condition(), index);
        } else if (condition instanceof Condition.And and) {
            conditions("and", and.conditions(), index);
        } else if (condition instanceof Condition.Or or) {
            conditions("or", or.conditions(), index);
        }
        json.writeEndObject();
    }

    private void condition(String type, int step, int index) throws IOException {
        if (step < 0 || step >= index) {
            throw new IllegalArgumentException(
                    "Step " + index + " depends on step " + step + ", which does not come before it.");
        }
        json.writeStringField("type", type);
        json.writeNumberField("step", step);
    }

    private void conditions(String type, List<Condition> conditions, int index) throws IOException {
        json.writeStringField("type", type);
        json.writeArrayFieldStart("conds");
        for (Condition condition : conditions) {
            condition(condition, index);
        }
        json.writeEndArray();
    }

    private void value(Value value) throws IOException {
        json.writeStartObject();
        if (value instanceof Value.Null) {
            json.writeStringField("type", "null");
        } else if (value instanceof Value.Int integer) {
            json.writeStringField("type", "integer");
            json.writeStringField("value", Long.toString(integer.value()));
        } else if (value instanceof Value.Real real) {
            json.writeStringField("type", "float");
            json.writeFieldName("value");
            json.writeNumber(exact(real.value()));
        } else if (value instanceof Value.Text text) {
            json.writeStringField("type", "text");
            json.writeStringField("value", text.value());
        } else if (value instanceof Value.Blob blob) {
            json.writeStringField("type", "blob");
            json.writeStringField("base64", BASE64.encodeToString(blob.bytes()));
        } else {
            throw Reals.unknownSign();
        }
        json.writeEndObject();
    }

    private static String exact(double value) {
        return Reals.number(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The REAL " + value + " would arrive as another one; write it as Hrana.expression() does."));
    }
}
