namespace DsrReadiness.Benchmarks;

/// <summary>Who wrote the file.</summary>
internal enum SnapshotLayout
{
    /// <summary>This project: the contracted properties, a row a line.</summary>
    exported,

    /// <summary>A script with <c>ConvertTo-Json -Compress</c>: more properties, no white space, a byte order mark.</summary>
    compressed,

    /// <summary>A script with <c>ConvertTo-Json</c>: more properties, much white space, a byte order mark.</summary>
    indented,
}
