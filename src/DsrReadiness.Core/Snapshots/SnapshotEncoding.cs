namespace DsrReadiness.Snapshots;

/// <summary>Tells UTF-8 from what Windows PowerShell writes when nobody names an encoding.</summary>
internal static class SnapshotEncoding
{
    /// <summary>Refuses empty files and other encodings; returns the length of the byte order mark.</summary>
    /// <exception cref="SnapshotFormatException">The file is empty, or not UTF-8.</exception>
    public static int Check(byte[] buffer, int offset, int count, string name)
    {
        int first = count > 0 ? buffer[offset] : -1;
        int second = count > 1 ? buffer[offset + 1] : -1;
        int third = count > 2 ? buffer[offset + 2] : -1;
        switch (first, second, third)
        {
            case (0xFF, 0xFE, _):
            case (> 0, 0, _): // JSON begins with ASCII: a zero byte is the other half of a UTF-16 unit.
                throw Utf16(name, "UTF-16", "Unicode");
            case (0xFE, 0xFF, _):
            case (0, > 0, _):
                throw Utf16(name, "UTF-16 (big endian)", "BigEndianUnicode");
        }

        int mark = (first, second, third) == (0xEF, 0xBB, 0xBF) ? 3 : 0;
        for (int i = offset + mark; i < offset + count; i++)
        {
            if (buffer[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return mark;
        }

        throw new SnapshotFormatException(name, "the file is empty, expected a snapshot");
    }

    private static SnapshotFormatException Utf16(string name, string encoding, string powerShellName) => new(
        name,
        $"the file is {encoding}, expected UTF-8; convert it in PowerShell: "
        + $"Get-Content -Encoding {powerShellName} old.json | Set-Content -Encoding UTF8 new.json");
}
