using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Console.Demo;

/// <summary>Shows what the program does, without any input: <c>dsr demo</c>.</summary>
internal sealed class DemoCommand(ConsoleHost host)
{
    private const string Captured = "server2019-one-nic.json";

    public int Run()
    {
        using var output = new OutputStream(host.Output);
        using TextWriter writer = output.ToWriter();
        var teller = new DemoTeller(writer, host.Columns, host.Style);
        teller.Say(
            "A balancer with Direct Server Return hands packets for a virtual address (VIP) to a server, and the server answers the client "
            + "itself. For that a Windows server needs the VIP on a loopback adapter, weak host settings on two interfaces, an open firewall "
            + "and more. When one part is missing, packets vanish and no log says so.");
        JudgeCaptured(teller);
        writer.Flush();
        Task.Run(() => new LabStory(teller, host.Cancellation).TellAsync(DemoServers.All())).GetAwaiter().GetResult();
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
        Judgement judgement = new Judge(ServiceChoice.Of(service), strict: false, _ => CheckInputs.None)
            .Ask(SnapshotInput.From(Captured, Open, default), host.Cancellation).Single();
        teller.Show(judgement.Verdict ?? throw new InvalidDataException(judgement.Problem));
    }
}
