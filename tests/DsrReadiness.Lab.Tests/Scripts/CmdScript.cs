using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>Runs a batch file: comments, labels, <c>if errorlevel</c>, <c>goto</c> and <c>exit</c>; programs are somebody else's.</summary>
internal static class CmdScript
{
    /// <summary>The only line in which something is expanded: what Windows allows in the name of a computer holds no quotes.</summary>
    private static readonly Regex s_isOther = new("^if /i not \"%COMPUTERNAME%\"==\"(?<name>[A-Za-z0-9_-]{1,15})\" goto (?<label>[a-z]+)$");

    /// <summary>The exit code.</summary>
    /// <param name="script">The file.</param>
    /// <param name="program">Runs a program with arguments, and gives its exit code.</param>
    /// <param name="computerName">What COMPUTERNAME says.</param>
    public static int Run(string script, Func<string, IReadOnlyList<string>, int> program, string computerName = "WEB01")
    {
        Assert.DoesNotContain('\n', script.Replace("\r\n", string.Empty, StringComparison.Ordinal));
        string[] lines = script.Split("\r\n");
        int errorLevel = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.Length == 0 || line[0] == ':' || line == "@echo off" || line.StartsWith("setlocal ", StringComparison.Ordinal))
                continue;
            if (line == "rem" || line.StartsWith("rem ", StringComparison.Ordinal))
            {
                Assert.True(line.All(c => c is >= ' ' and <= '~' && !"%&|<>^!".Contains(c)), "Not safe in a comment: " + line);
                continue;
            }

            if (s_isOther.Match(line) is { Success: true } isOther)
            {
                if (!string.Equals(computerName, isOther.Groups["name"].Value, StringComparison.OrdinalIgnoreCase))
                    i = Array.IndexOf(lines, ":" + isOther.Groups["label"].Value);
                Assert.True(i >= 0, "No such label: " + line);
                continue;
            }

            string[] words = CmdLine.Split(line)[0].Select(token => token.Text).ToArray();
            switch (words[0])
            {
                case "if" when words is ["if", "errorlevel", "1", "goto", var label]:
                    if (errorLevel >= 1)
                        i = Array.IndexOf(lines, ":" + label);
                    Assert.True(i >= 0, "No such label: " + line);
                    break;
                case "exit":
                    return int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture);
                case "echo":
                    break;
                default:
                    foreach (IReadOnlyList<CmdLine.Token> command in CmdLine.Split(line))
                    {
                        errorLevel = program(command[0].Text, command.Skip(1).Select(token => token.Text).ToArray());
                        if (errorLevel == 0)
                            break;
                    }

                    break;
            }
        }

        throw new FormatException("The script does not end with exit.");
    }
}
