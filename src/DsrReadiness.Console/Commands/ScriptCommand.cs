using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.Commands;

/// <summary>Writes a script for a release of Windows: <c>dsr script</c>.</summary>
internal sealed class ScriptCommand : DsrCommand
{
    private readonly ServiceOptions _service = new(
        ("--port", "443, tcp/443 or udp/5000-5100; once for each. Without a port, the firewall is left as it is"),
        ("--interface", "Name or index of the interface where the balancer's frames arrive"),
        ("--environment", "OnPremises, Azure, GcpAgent or Cluster"),
        ("--udp-answer", "FromVip, FromServer or None"),
        ("--service", "A service file, instead of all of these"),
        ("--service-name", "The service of the file that is meant"));

    private readonly Option<string> _release = Value("--for", "RELEASE", string.Join(", ", Enum.GetNames<ScriptRelease>()[..^1]) + " or " + Enum.GetNames<ScriptRelease>()[^1]);
    private readonly Option<string> _language = Value("--language", "LANGUAGE", "Cmd (a batch file of netsh commands), PowerShell (with the network cmdlets of Server 2012 and later) or Module (with this module). Without it: PowerShell where the release has the cmdlets, else Cmd");
    private readonly Option<bool> _undo = Flag("--undo", "The script that takes it back");
    private readonly Option<bool> _verify = Flag("--verify", "The script that shows the state and changes nothing");
    private readonly Option<string> _loopback = Value("--loopback", "NAME", "Name or index of the loopback adapter");
    private readonly Option<string> _prefix = Value("--prefix-length", "N", "Of the traffic interface's subnet: for releases whose tools take no single host (Windows 2000 to Server 2003)");
    private readonly Option<string> _output = OutputFile("Write to this file, all at once");

    public ScriptCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "script", "[FILE] --for RELEASE --vip ADDRESS [options]", "write a script for a release of Windows") => Files = FileArgument();

    public override string About =>
        "Writes a script to be read, reviewed and run by somebody else: from Windows 2000 on, whether or not this program runs there. It contacts no server. With FILE, a snapshot or - for standard input, it holds what is missing on that "
        + "server. Without, it holds everything, and --interface and --loopback are needed.";

    public override IReadOnlyList<OptionGroup> Groups => [new("What script:", _release, _language, _undo, _verify, _loopback, _prefix, _output), _service.Group];

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "the script is written"),
        (ExitStatus.NotReady, "it is refused, with the reason; or some things are left to you"),
        (ExitStatus.BadInput, "the file cannot be read as a snapshot, or the service file as one; or no service was chosen from it"),
        (ExitStatus.Internal, "an error of dsr, or the script could not be written"));

    public override string Example => "dsr script --for Server2008R2 --vip 192.0.2.10 --port tcp/443 --interface net --loopback loopback --output setup.cmd";

    public override Func<int>? Read(Given given)
    {
        string? file = given.Files(Files!, count => count <= 1, "A script is for one server: give one snapshot, or none.").FirstOrDefault();
        ScriptRelease? release = given.Named<ScriptRelease>(_release, NoneOf);
        if (!given.Has(_release))
            given.Errors.Add($"The release of Windows is missing: give it as --for {nameof(ScriptRelease.Server2008R2)}, one of {string.Join(", ", Enum.GetNames<ScriptRelease>())}.");
        ScriptLanguage? language = given.Named<ScriptLanguage>(_language, NoneOf);
        bool undo = given.Is(_undo);
        bool verify = given.Is(_verify);
        if (undo && verify)
            given.Errors.Add("--undo and --verify are two scripts: give one of them.");
        int prefix = 0;
        if (given.Value(_prefix) is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix is < 1 or > 31))
            given.Errors.Add($"--prefix-length: '{text}' is not the prefix length of an IPv4 subnet: write one such as 24.");
        string? loopback = given.Text(_loopback, "the name or index of the adapter");
        string? output = given.Output(_output);
        return _service.Read(given) is { } source ? () => Run(source.Open(), file, output, loopback, Request) : null;

        ScriptRequest Request(DsrService service, Plan? plan) => new()
        {
            Release = release!.Value,
            Language = language,
            Part = undo ? ScriptPart.Undo : verify ? ScriptPart.Verify : ScriptPart.Change,
            Service = service,
            Loopback = loopback,
            PrefixLength = prefix == 0 ? null : prefix,
            Plan = plan,
        };
    }

    private static string NoneOf(string[] names) => "is none of " + string.Join(", ", names);

    private int Run(ServiceChoice services, string? file, string? output, string? loopback, Func<DsrService, Plan?, ScriptRequest> request)
    {
        Answer<Made> answer = file is null
            ? Make(string.Empty, request(services.Single(), null))
            : AskOne(file, output, new Fault("there is no script for "), snapshot =>
            {
                IReadOnlyList<AskedService> asked = services.For(snapshot.ComputerName);
                if (asked.Count == 1)
                    return Make(file, request(asked[0].Service, Planner.Plan(snapshot, asked[0].Service, new PlanOptions { Loopback = loopback })));
                string which = asked.Count == 0
                    ? services.WhyNone(snapshot.ComputerName)
                    : $"{snapshot.ComputerName} has the services {string.Join(", ", asked.Select(each => $"'{each.Service.Name}'"))}, and a script is for one";
                return Answer<Made>.Failed(file, $"{file}: {which}: choose one with --service-name.");
            });
        return Deliver(answer, output, [file], "the snapshot", (script, stream) =>
        {
            using TextWriter writer = stream.ToWriter();
            writer.Write(script.Text);
            return script.Status;
        });
    }

    private static Answer<Made> Make(string name, ScriptRequest request)
    {
        try
        {
            return Answer<Made>.Of(name, new Made(ScriptMaker.Make(request), request.Plan?.Refusals.Count > 0 ? ExitStatus.NotReady : ExitStatus.Ready), default);
        }
        catch (ScriptRefusedException e)
        {
            return Answer<Made>.Failed(name, e.Message, ExitStatus.NotReady);
        }
    }

    private sealed record Made(string Text, int Status);
}
