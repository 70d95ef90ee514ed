using System.IO;
using System.Net;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Reports;
using DsrReadiness.Services;

namespace DsrReadiness.Console.Demo;

/// <summary>Shows what the program does, without any input: <c>dsr demo</c>.</summary>
internal sealed class DemoCommand(ConsoleHost host)
{
    private const string Captured = "server2019-one-nic.json";
    private const string MadeReady = "server2019-ready.json";

    private static readonly string[] s_introduction =
    [
        "A balancer with Direct Server Return hands packets for a virtual address (VIP) to a server, and the server answers the client "
            + "itself. For that a Windows server needs the VIP on a loopback adapter, weak host settings on two interfaces, an open firewall "
            + "and more. This demo judges a snapshot of a real Windows Server 2019 for the VIP 192.168.11.50 on tcp/443, behind the balancer "
            + "192.168.11.5.",
        "1. The server as it was captured: nobody has prepared it yet, and parts of it were not collected.",
        "2. The same server, once it was made ready.",
    ];

    public int Run()
    {
        var service = new DsrService(
            [IPAddress.Parse("192.168.11.50")], [ServicePort.Parse("tcp/443")], [IPAddress.Parse("192.168.11.5")]);
        var judge = new Judge(service, strict: false);
        using var output = new OutputStream(host.Output);
        using TextWriter writer = output.ToWriter();
        Tell(writer, s_introduction[0]);
        Tell(writer, s_introduction[1]);
        Show(writer, judge, Captured);
        Tell(writer, s_introduction[2]);
        Show(writer, judge, MadeReady);
        Tell(writer, "Your own servers: dsr test --help");
        writer.Flush();
        return ExitStatus.Ready;
    }

    private static Stream Open(string name) => typeof(DemoCommand).Assembly.GetManifestResourceStream(name)
        ?? throw new FileNotFoundException("The demo has lost a snapshot.", name);

    private void Tell(TextWriter writer, string text)
    {
        foreach (string line in TextWrap.Lines(text, host.Columns))
            writer.WriteLine(line);
        writer.WriteLine();
    }

    private void Show(TextWriter writer, Judge judge, string name)
    {
        Judgement judgement = judge.Ask(SnapshotInput.From(name, () => Open(name)), host.Cancellation);
        if (judgement.Verdict is null)
            throw new InvalidDataException(judgement.Problem);
        new TableSink(writer, new VerdictText(host.Columns, host.Style)).Write(judgement);
        writer.WriteLine();
    }
}
