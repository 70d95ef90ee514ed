using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Output;

/// <summary>A monitoring system reads one line of standard output and a status from 0 to 3, whatever happened: usage and files that keep dsr from its work are unknown.</summary>
internal static class PluginAnswer
{
    private const string Format = "--format";

    /// <summary>True if the arguments ask for that, though they may make no sense otherwise.</summary>
    public static bool IsWanted(IReadOnlyList<string> arguments) => arguments.Where((argument, i) =>
        argument == Format ? i + 1 < arguments.Count && IsName(arguments[i + 1])
        : argument.Length > Format.Length && argument.StartsWith(Format, StringComparison.Ordinal) && argument[Format.Length] is '=' or ':' && IsName(argument[(Format.Length + 1)..])).Any();

    /// <summary>Says why nothing is known; the status for that.</summary>
    public static int Unknown(Stream output, string why)
    {
        try
        {
            using var stream = new OutputStream(output);
            using TextWriter writer = stream.ToWriter();
            writer.WriteLine(NagiosText.Line(NagiosText.Unknown, why));
            writer.Flush();
        }
        catch (OutputException)
        {
            // Standard error has said why; the status says the rest.
        }

        return NagiosText.Unknown;
    }

    private static bool IsName(string text) => string.Equals(text, nameof(OutputFormat.Nagios), StringComparison.OrdinalIgnoreCase);
}
