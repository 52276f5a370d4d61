package org.cubecheck.identify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The safetensors format: the length of a header (8 bytes, little-endian), the header in JSON (name to type, shape, and
 * offsets into the rest), the values, little-endian in C order.
 */
final class Safetensors {

    private static final long LONGEST_HEADER = 100_000_000;
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    private static final Map<String, NumberType> TYPES = Map.ofEntries(
            Map.entry("BOOL", NumberType.BOOL),
            Map.entry("I8", NumberType.INT8),
            Map.entry("I16", NumberType.INT16),
            Map.entry("I32", NumberType.INT32),
            Map.entry("I64", NumberType.INT64),
            Map.entry("U8", NumberType.UINT8),
            Map.entry("U16", NumberType.UINT16),
            Map.entry("U32", NumberType.UINT32),
            Map.entry("U64", NumberType.UINT64),
            Map.entry("F16", NumberType.FLOAT16),
            Map.entry("BF16", NumberType.BFLOAT16),
            Map.entry("F32", NumberType.FLOAT32),
            Map.entry("F64", NumberType.FLOAT64));

    private Safetensors() {}

    /** @param size of the whole file */
    static ArrayTable read(InputStream in, long size, String what, Optional<String> name) throws IOException {
        var start = in.readNBytes(8);
        long length = start.length < 8
                ? -1
                : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST_HEADER || length > size - 8)
            throw new MalformedData(
                    what + ": not a safetensors file: it does not begin with the length of a header that it holds");
        var tensors = new LinkedHashMap<String, JsonNode>();
        JsonNode header;
        try {
            header = JSON.readTree(in.readNBytes((int) length));
        } catch (JsonProcessingException e) {
            throw new MalformedData(
                    what + ": the safetensors header is not JSON: " + MalformedData.quote(e.getOriginalMessage()), e);
        }
        if (!header.isObject()) throw new MalformedData(what + ": the safetensors header is not a JSON object");
        header.properties().forEach(tensor -> {
            if (!tensor.getKey().equals("__metadata__")) tensors.put(tensor.getKey(), tensor.getValue());
        });
        String chosen = ArrayNames.choose(what, tensors.keySet(), name);
        var tensor = tensors.get(chosen);
        String which = what + "[" + ArrayNames.shown(chosen) + "]";
        var type = TYPES.get(tensor.path("dtype").asText());
        if (type == null)
            throw new MalformedData(which + ": number type "
                    + MalformedData.quote(tensor.path("dtype").asText())
                    + "; BOOL, I8 to I64, U8 to U64, F16, BF16, F32 and F64 are accepted");
        long[] shape = integers(tensor.path("shape"), which, "shape");
        long[] offsets = integers(tensor.path("data_offsets"), which, "data_offsets");
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > size - 8 - length)
            throw new MalformedData(which + ": the offsets " + ValueBuffer.shape(offsets) + " do not lie within the "
                    + (size - 8 - length) + " bytes of values");
        in.skipNBytes(offsets[0]);
        return ValueBuffer.table(
                new Bounded(in, offsets[1] - offsets[0]),
                which,
                "the range of its data_offsets",
                shape,
                type,
                ByteOrder.LITTLE_ENDIAN,
                false);
    }

    private static long[] integers(JsonNode list, String which, String key) {
        boolean sound = list.isArray() && list.size() <= 64;
        var values = new long[sound ? list.size() : 0];
        for (int i = 0; i < values.length; i++) {
            sound &= list.get(i).isIntegralNumber()
                    && list.get(i).canConvertToLong()
                    && list.get(i).longValue() >= 0;
            values[i] = list.get(i).longValue();
        }
        if (!sound) throw new MalformedData(which + ": '" + key + "' is not a list of non-negative integers");
        return values;
    }

    /** The next bytes of a stream, so many at most. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) return -1;
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) return length == 0 ? 0 : -1;
            int got = in.read(bytes, from, (int) Math.min(length, left));
            if (got > 0) left -= got;
            return got;
        }
    }
}
