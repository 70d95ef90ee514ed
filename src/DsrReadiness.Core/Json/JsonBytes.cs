using System;

namespace DsrReadiness.Json;

/// <summary>Bytes compared eight at a time.</summary>
internal static class JsonBytes
{
    /// <summary>True if the same bytes stand at two places.</summary>
    public static bool AreEqual(byte[] buffer, int one, int other, int length)
    {
        int i = 0;
        for (; i <= length - 8; i += 8)
        {
            if (BitConverter.ToUInt64(buffer, one + i) != BitConverter.ToUInt64(buffer, other + i))
                return false;
        }

        for (; i < length; i++)
        {
            if (buffer[one + i] != buffer[other + i])
                return false;
        }

        return true;
    }
}
