namespace DsrReadiness.Console.CommandLine;

internal static class FileArgument
{
    /// <summary>Stands for standard input in the place of a file's name.</summary>
    public const string StandardInput = "-";
}
