package org.cubecheck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON in one canonical form: keys in the order given, two spaces of indentation, arrays on one line, a newline
 * at the end, no dependence on the machine. Integers past 64 bits are written as strings, because most readers of JSON
 * would round them.
 */
public final class Json {

    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance);

    private Json() {}

    /**
     * The text of a value.
     *
     * @param value a map with string keys, a list, a string, a boolean, an integer of any size or a finite double,
     * nested at will
     * @throws IllegalArgumentException if it holds anything else
     */
    public static String write(Object value) {
        var text = new StringWriter();
        try (var generator = new JsonFactory().createGenerator(text)) {
            generator.setPrettyPrinter(PRINTER.createInstance());
            write(value, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (var item : list) write(item, json);
            json.writeEndArray();
        } else if (value instanceof String text) json.writeString(text);
        else if (value instanceof Boolean flag) json.writeBoolean(flag);
        else if (value instanceof Integer number) json.writeNumber(number);
        else if (value instanceof Long number) json.writeNumber(number);
        else if (value instanceof BigInteger number && number.bitLength() > 63) json.writeString(number.toString());
        else if (value instanceof BigInteger number) json.writeNumber(number.longValueExact());
        else if (value instanceof Double number && Double.isFinite(number)) json.writeNumber(number);
        else
            throw new IllegalArgumentException(
                    "JSON holds maps, lists, strings, booleans and finite numbers, not " + value);
    }
}
