using System.Collections.Generic;
using System.CommandLine;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The options that name texts of <c>netsh</c>, and whose they are.</summary>
internal sealed class NetshOptions
{
    private readonly Option<string> _ipv4 = new("--ipv4");
    private readonly Option<string> _ipv6 = new("--ipv6");
    private readonly Option<string> _computer = new("--computer");

    public void AddTo(Command command)
    {
        command.Add(_ipv4);
        command.Add(_ipv6);
        command.Add(_computer);
    }

    /// <summary>Reads the options; what is wrong is added to the errors.</summary>
    public NetshWish? Read(ParseResult parsed, string? file, string? output, List<string> errors)
    {
        string? ipv4 = Given(parsed, _ipv4, errors);
        string? ipv6 = Given(parsed, _ipv6, errors);
        string? computer = Given(parsed, _computer, errors);
        if (ipv4 is null && ipv6 is null)
            errors.Add("The text is missing: give what netsh shows as --ipv4 FILE, as --ipv6 FILE, or both.");
        if (file is null && computer is null)
            errors.Add("The server is not named: give --computer NAME, or the snapshot to complete.");
        if (file is not null && computer is not null)
            errors.Add("--computer is given, and the snapshot names its server: leave one out.");
        return errors.Count > 0 ? null : new NetshWish { File = file, IPv4 = ipv4, IPv6 = ipv6, ComputerName = computer, Output = output };
    }

    private static string? Given(ParseResult parsed, Option<string> option, List<string> errors)
    {
        string? value = parsed.GetValue(option);
        if (value is not null && string.IsNullOrWhiteSpace(value))
            errors.Add(option.Name + " is given but blank: give its value, or leave it out.");
        return value;
    }
}
