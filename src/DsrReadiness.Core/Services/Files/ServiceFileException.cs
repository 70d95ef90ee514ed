using System;
using DsrReadiness.Text;

namespace DsrReadiness.Services.Files;

/// <summary>A file that cannot be read as a service file. The message names the file and the place, what was found and what was meant.</summary>
internal sealed class ServiceFileException(string file, string problem, DataPlace? place = null, Exception? inner = null)
    : Exception($"{SafeText.Of(file)}: {(place is { } at ? $"line {at.Line}, column {at.Column}: " : string.Empty)}{Short(problem)}.", inner)
{
    /// <summary>What stands in a file may be of any length, and the problem quotes it.</summary>
    private const int Longest = 2000;

    /// <summary>The file, as the caller named it.</summary>
    public string FileName { get; } = file;

    /// <summary>The place; null if the file as a whole is meant.</summary>
    public DataPlace? Place { get; } = place;

    /// <summary>Shortened when it is safe to show: a control character is longer then.</summary>
    private static string Short(string problem)
    {
        string safe = SafeText.Of(problem);
        return safe.Length > Longest ? safe.Substring(0, Longest) + "..." : safe;
    }
}
