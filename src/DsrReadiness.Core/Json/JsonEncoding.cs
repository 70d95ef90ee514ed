namespace DsrReadiness.Json;

/// <summary>Tells UTF-8 from what Windows PowerShell writes when nobody names an encoding.</summary>
internal static class JsonEncoding
{
    /// <summary>What is wrong with the encoding; null if nothing is.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="offset">Where the file begins in them.</param>
    /// <param name="count">How many are the file.</param>
    /// <param name="expected">What the file should hold, for the message that it is empty.</param>
    /// <param name="mark">The length of the byte order mark.</param>
    public static string? FindProblem(byte[] buffer, int offset, int count, string expected, out int mark)
    {
        int first = count > 0 ? buffer[offset] : -1;
        int second = count > 1 ? buffer[offset + 1] : -1;
        int third = count > 2 ? buffer[offset + 2] : -1;
        mark = (first, second, third) == (0xEF, 0xBB, 0xBF) ? 3 : 0;
        switch (first, second, third)
        {
            case (0xFF, 0xFE, _):
            case ( > 0, 0, _): // JSON begins with ASCII: a zero byte is the other half of a UTF-16 unit.
                return Utf16("UTF-16", "Unicode");
            case (0xFE, 0xFF, _):
            case (0, > 0, _):
                return Utf16("UTF-16 (big endian)", "BigEndianUnicode");
        }

        for (int i = offset + mark; i < offset + count; i++)
        {
            if (buffer[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return null;
        }

        return "the file is empty, expected " + expected;
    }

    private static string Utf16(string encoding, string powerShellName) =>
        $"the file is {encoding}, expected UTF-8; convert it in PowerShell: "
        + $"Get-Content -Encoding {powerShellName} old.json | Set-Content -Encoding UTF8 new.json";
}
