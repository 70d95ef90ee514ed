using System;

namespace DsrReadiness.Json;

/// <summary>Bytes compared eight at a time.</summary>
internal static class JsonBytes
{
    /// <summary>True if the same bytes stand at two places.</summary>
    public static bool AreEqual(byte[] buffer, int one, int other, int length)
    {
        if (length < 8)
            return AreEqualBytes(buffer, one, other, length);
        int last = length - 8; // The last eight overlap those before them, unless the length is a multiple.
        for (int i = 0; i < last; i += 8)
        {
            if (BitConverter.ToUInt64(buffer, one + i) != BitConverter.ToUInt64(buffer, other + i))
                return false;
        }

        return BitConverter.ToUInt64(buffer, one + last) == BitConverter.ToUInt64(buffer, other + last);
    }

    private static bool AreEqualBytes(byte[] buffer, int one, int other, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (buffer[one + i] != buffer[other + i])
                return false;
        }

        return true;
    }
}
