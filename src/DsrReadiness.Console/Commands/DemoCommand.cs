using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Demo;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Console.Commands;

/// <summary>Shows what the program does, without any input: <c>dsr demo</c>.</summary>
internal sealed class DemoCommand(ConsoleHost host, Messages messages) : DsrCommand(host, messages, "demo", string.Empty, "the whole story, on servers that dsr brings along")
{
    private const string Captured = "server2019-one-nic.json";

    public override string About =>
        "Judges a real Windows Server 2019 as it was captured. Then, on simulated servers: judges four, plans for one, makes the changes, restarts it, undoes the changes and compares it with what it was. Needs no file and no server, "
        + "and touches none. Exit status 0, or 70 if the story does not come out.";

    public override Func<int> Read(Given given) => Run;

    private int Run()
    {
        using var output = new OutputStream(Host.Output);
        using TextWriter writer = output.ToWriter();
        var teller = new DemoTeller(writer, Host.Columns, Host.Style);
        teller.Say(
            "A balancer with Direct Server Return hands packets for a virtual address (VIP) to a server, and the server answers the client "
            + "itself. For that a Windows server needs the VIP on a loopback adapter, weak host settings on two interfaces, an open firewall "
            + "and more. When one part is missing, packets vanish and no log says so.");
        JudgeCaptured(teller);
        writer.Flush();
        Task.Run(() => new LabStory(teller, Host.Cancellation).TellAsync(DemoServers.All())).GetAwaiter().GetResult();
        teller.Pause();
        teller.Say("Your own servers: dsr test --help, dsr plan --help");
        writer.Flush();
        return ExitStatus.Ready;
    }

    private static Stream Open() => typeof(DemoCommand).Assembly.GetManifestResourceStream(Captured)
        ?? throw new FileNotFoundException("The demo has lost a snapshot.", Captured);

    private void JudgeCaptured(DemoTeller teller)
    {
        teller.Chapter("1. A real Windows Server 2019, as it was captured");
        var service = new DsrService(
            [IPAddress.Parse("192.168.11.50")], [ServicePort.Parse("tcp/443")], [IPAddress.Parse("192.168.11.5")]);
        Answer<Judgement> judged = new Judge(ServiceChoice.Of(service), strict: false, _ => CheckInputs.None)
            .Ask(SnapshotInput.From(Captured, Open, default), Host.Cancellation).Single();
        teller.Show(judged.Value?.Verdict ?? throw new InvalidDataException(judged.Problem));
    }
}
