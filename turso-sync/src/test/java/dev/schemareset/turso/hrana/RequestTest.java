package dev.schemareset.turso.hrana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.turso.hrana.Hrana.Condition;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, to the letter. */
class RequestTest {

    private static final String BATCH =
            "{\"baton\":null,\"requests\":[{\"type\":\"batch\",\"batch\":{\"steps\":[%s]}}]}";

    @Test
    void oneBatchAndNothingElse() {
        assertThat(request(Step.query("SELECT 1"), Step.statement("COMMIT"))).isEqualTo(BATCH.formatted("""
                {"stmt":{"sql":"SELECT 1","args":[],"want_rows":true}},\
                {"stmt":{"sql":"COMMIT","args":[],"want_rows":false}}"""));
    }

    @Test
    void valuesOfEachType() {
        assertThat(arguments(
                        new Value.Null(),
                        new Value.Int(Long.MIN_VALUE),
                        new Value.Real(1.5),
                        new Value.Text("a/b"),
                        new Value.Blob(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xfb})))
                .isEqualTo("""
                        {"type":"null"},\
                        {"type":"integer","value":"-9223372036854775808"},\
                        {"type":"float","value":1.5},\
                        {"type":"text","value":"a/b"},\
                        {"type":"blob","base64":"////+w"}""");
    }

    @Test
    void textIsUtf8WithOnlyTheEscapesJsonAsksFor() {
        assertThat(arguments(new Value.Text("\0\n\"\\/é€😀\uffff\u2028\u007f")))
                .isEqualTo("{\"type\":\"text\",\"value\":\"\\u0000\\n\\\"\\\\/é€😀\uffff\u2028\u007f\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "\ud83d, 'Half of a surrogate pair, U+D83D, is no character: position 0 of 1.'",
        "ab\ude00c, 'Half of a surrogate pair, U+DE00, is no character: position 2 of 4.'",
        "\ud83d\ude00\ud83dx, 'Half of a surrogate pair, U+D83D, is no character: position 2 of 4.'",
        "\ude00\ud83d, 'Half of a surrogate pair, U+DE00, is no character: position 0 of 2.'"
    })
    void halfOfASurrogatePairIsRefused(String text, String message) {
        assertThatThrownBy(() -> new Value.Text(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Step.query(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1 + 0.2, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void realThatAServerWouldRoundIsRefused(double value) {
        assertThatThrownBy(() -> arguments(new Value.Real(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The REAL " + value + " would arrive as another one; write it as Hrana.expression() does.");
    }

    @Test
    void infinityWithoutASignIsRefused() {
        String message = "The sign of an infinite REAL of a response is not known.";
        assertThatThrownBy(() -> arguments(new Value.Infinite()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Hrana.expression(new Value.Infinite()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void conditionsOfEachKind() {
        Condition ok = new Condition.Ok(0);
        Condition all = new Condition.And(List.of(ok, new Condition.Not(new Condition.Failed(1))));
        Condition any = new Condition.Or(List.of(all, ok));

        assertThat(request(
                        Step.query("A"),
                        Step.query("B").when(ok),
                        Step.query("C", new Value.Null()).when(any)))
                .isEqualTo(BATCH.formatted("""
                        {"stmt":{"sql":"A","args":[],"want_rows":true}},\
                        {"condition":{"type":"ok","step":0},"stmt":{"sql":"B","args":[],"want_rows":true}},\
                        {"condition":{"type":"or","conds":[\
                        {"type":"and","conds":[{"type":"ok","step":0},{"type":"not","cond":{"type":"error","step":1}}]},\
                        {"type":"ok","step":0}]},"stmt":{"sql":"C","args":[{"type":"null"}],"want_rows":true}}"""));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2})
    void conditionLooksBackOnly(int step) {
        Condition condition = new Condition.Not(new Condition.Ok(step));

        assertThatThrownBy(() -> request(Step.query("A"), Step.query("B").when(condition)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Step 1 depends on step " + step + ", which does not come before it.");
    }

    @Test
    void sizeOfAStepIsThatInTheRequest() {
        Step step = new Step("SELECT 'é'", List.of(new Value.Int(7)), true, Optional.of(new Condition.Ok(9)));

        assertThat(Hrana.size(step)).isEqualTo("""
                        {"condition":{"type":"ok","step":9},\
                        "stmt":{"sql":"SELECT 'é'","args":[{"type":"integer","value":"7"}],"want_rows":true}}""".getBytes(UTF_8).length);
    }

    @Test
    void blobsAreEqualByTheirBytesAndKeepThem() {
        byte[] bytes = {1, 2};
        Value.Blob blob = new Value.Blob(bytes);
        bytes[0] = 9;
        blob.bytes()[1] = 9;

        assertThat(blob).isEqualTo(new Value.Blob(new byte[] {1, 2})).isNotEqualTo(new Value.Blob(bytes));
        assertThat(blob).hasSameHashCodeAs(new Value.Blob(new byte[] {1, 2})).hasToString("Blob[2 bytes]");
        assertThat(arguments(blob)).isEqualTo("{\"type\":\"blob\",\"base64\":\"AQI\"}");
    }

    private static String arguments(Value... values) {
        String request = request(Step.query("?", values));
        String prefix = BATCH.substring(0, BATCH.indexOf("%s")) + "{\"stmt\":{\"sql\":\"?\",\"args\":[";
        assertThat(request).startsWith(prefix);
        return request.substring(prefix.length(), request.indexOf("],\"want_rows\""));
    }

    private static String request(Step... steps) {
        return new String(Hrana.request(List.of(steps), Hrana.Stream.OPEN), UTF_8);
    }
}
