using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Netsh;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.Commands;

/// <summary>Makes a snapshot of what <c>netsh</c> shows, or completes one with it: <c>dsr netsh</c>.</summary>
internal sealed class NetshCommand : DsrCommand
{
    private readonly Option<string> _ipv4 = Value("--ipv4", "FILE", "The text of IPv4");
    private readonly Option<string> _ipv6 = Value("--ipv6", "FILE", "The text of IPv6");
    private readonly Option<string> _computer = Value("--computer", "NAME", "The server's name; needed without FILE");
    private readonly Option<string> _output = OutputFile("Write the snapshot to this file, all at once");

    public NetshCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "netsh", "[FILE] --ipv4 FILE --ipv6 FILE [options]", "make a snapshot of what netsh shows") => Files = FileArgument();

    public override string About => """
        For servers without the network classes, such as Windows Server 2008 R2, and for texts that somebody sends. On the server, in any language of Windows:
          netsh interface ipv4 show interface level=verbose > ipv4.txt
          netsh interface ipv6 show interface level=verbose > ipv6.txt
        The host model of the interfaces is read from them. Nothing else is known then: all other checks are Unknown. With FILE, a snapshot of the same server or - for standard input, the texts take the place of the reading that it lacks. Values count by their places, not by their labels. What could be read in two ways is refused, with the line.
        """;

    public override IReadOnlyList<OptionGroup> Groups => [new(null, _ipv4, _ipv6, _computer, _output)];

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "the snapshot is written"),
        (ExitStatus.BadInput, "a text or the snapshot cannot be read for certain"),
        (ExitStatus.Internal, "an error of dsr, or the snapshot could not be written"));

    public override string Example => "dsr netsh --ipv4 ipv4.txt --ipv6 ipv6.txt --computer WEB01 --output web01.json";

    public override Func<int>? Read(Given given)
    {
        string? file = given.Files(Files!, count => count <= 1, "The texts are of one server: give one snapshot, or none.").FirstOrDefault();
        string? output = given.Output(_output);
        string? ipv4 = given.Text(_ipv4);
        string? ipv6 = given.Text(_ipv6);
        string? computer = given.Text(_computer);
        if (ipv4 is null && ipv6 is null)
            given.Errors.Add("The text is missing: give what netsh shows as --ipv4 FILE, as --ipv6 FILE, or both.");
        if (file is null && computer is null)
            given.Errors.Add("The server is not named: give --computer NAME, or the snapshot to complete.");
        if (file is not null && computer is not null)
            given.Errors.Add("--computer is given, and the snapshot names its server: leave one out.");
        return () => Run(file, computer, [(ipv4, IPFamily.IPv4), (ipv6, IPFamily.IPv6)], output);
    }

    private int Run(string? file, string? computer, (string? Path, IPFamily Family)[] texts, string? output)
    {
        Answer<Snapshot> answer = file is null
            ? Make(string.Empty, texts, (made, takenAt) => made.Make(computer!, takenAt))
            : AskOne(file, output, new Fault(string.Empty, " with the texts"), read => Make(file, texts, (made, _) => made.AddTo(read, file)));
        return Deliver(answer, output, [file, .. texts.Select(text => text.Path)], "one of the files that are read", (snapshot, stream) =>
        {
            SnapshotFile.Write(snapshot, stream);
            return ExitStatus.Ready;
        });
    }

    /// <summary>The texts were taken when their files were last written, as far as files tell.</summary>
    private static Answer<Snapshot> Make(string name, (string? Path, IPFamily Family)[] files, Func<NetshSnapshot, DateTimeOffset, Snapshot> use)
    {
        var texts = new NetshSnapshot();
        DateTimeOffset takenAt = DateTimeOffset.MinValue;
        string path = string.Empty;
        try
        {
            foreach ((string? file, IPFamily family) in files.Where(each => each.Path is not null))
            {
                path = file!;
                using FileStream stream = File.OpenRead(path);
                texts.Read(stream, path, family);
                DateTimeOffset written = File.GetLastWriteTimeUtc(path);
                takenAt = written > takenAt ? written : takenAt;
            }

            return Answer<Snapshot>.Of(name, use(texts, takenAt), takenAt);
        }
        catch (NetshTextException e)
        {
            return Answer<Snapshot>.Failed(name, e.Message);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return Answer<Snapshot>.Failed(name, path + ": it cannot be read: " + e.Message);
        }
    }
}
