namespace DsrReadiness.Console.CommandLine;

/// <summary>What the program was asked to do.</summary>
internal abstract record Request
{
    /// <summary>Show a text.</summary>
    public sealed record Text(string Content) : Request;

    /// <summary>Show the version.</summary>
    public sealed record Version : Request;

    /// <summary>Show what the program does.</summary>
    public sealed record Demo : Request;

    /// <summary>Say what would be changed.</summary>
    public sealed record Plan(PlanRequest Details) : Request;

    /// <summary>Write a script.</summary>
    public sealed record Script(ScriptWish Details) : Request;

    /// <summary>Make a snapshot of texts.</summary>
    public sealed record Netsh(NetshWish Details) : Request;

    /// <summary>Follow a packet.</summary>
    public sealed record Path(PathRequest Details) : Request;

    /// <summary>Tell what has changed.</summary>
    public sealed record Compare(CompareRequest Details) : Request;

    /// <summary>Make snapshots that can be given away.</summary>
    public sealed record Redact(RedactRequest Details) : Request;

    /// <summary>Send real packets.</summary>
    public sealed record Connect(ConnectRequest Details) : Request;

    /// <summary>Judge snapshots.</summary>
    public sealed record Test(TestRequest Details) : Request;
}
