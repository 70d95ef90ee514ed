namespace DsrReadiness.Console.Tests.Running;

/// <summary>What a run of the program gave.</summary>
internal sealed record RunResult(int Status, string Output, string Error)
{
    /// <summary>The lines of standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', System.StringSplitOptions.RemoveEmptyEntries);
}
