package org.cubecheck.identify;

import java.nio.ByteBuffer;

/** The number types of array files. */
enum NumberType {
    BOOL(1),
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    UINT8(1),
    UINT16(2),
    UINT32(4),
    UINT64(8),
    FLOAT16(2),
    BFLOAT16(2),
    FLOAT32(4),
    FLOAT64(8);

    final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** The value that begins at a byte of the buffer, in the buffer's order. */
    double decode(ByteBuffer buffer, int at) {
        return switch (this) {
            case BOOL -> buffer.get(at) != 0 ? 1 : 0;
            case INT8 -> buffer.get(at);
            case INT16 -> buffer.getShort(at);
            case INT32 -> buffer.getInt(at);
            case INT64 -> buffer.getLong(at);
            case UINT8 -> buffer.get(at) & 0xFF;
            case UINT16 -> buffer.getShort(at) & 0xFFFF;
            case UINT32 -> buffer.getInt(at) & 0xFFFF_FFFFL;
            case UINT64 -> unsigned(buffer.getLong(at));
            case FLOAT16 -> half(buffer.getShort(at));
            case BFLOAT16 -> Float.intBitsToFloat(buffer.getShort(at) << 16);
            case FLOAT32 -> buffer.getFloat(at);
            case FLOAT64 -> buffer.getDouble(at);
        };
    }

    private static double unsigned(long bits) {
        // Halved with the lost bit kept sticky, so that the one rounding is to the nearest double.
        return bits >= 0 ? bits : 2.0 * (bits >>> 1 | bits & 1);
    }

    private static double half(short bits) {
        int exponent = bits >>> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double size = exponent == 0
                ? fraction * 0x1p-24
                : exponent < 31
                        ? Math.scalb(1 + fraction * 0x1p-10, exponent - 15)
                        : fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        return bits < 0 ? -size : size;
    }
}
