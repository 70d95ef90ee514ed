using System;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks;

public class StillMissingTests
{
    [Fact]
    public void Classes_of_Windows_come_by_one_command_of_cmdlets() => Assert.Equal(
        "a verdict still needs MSFT_NetIPInterface (persistent store); run this in an elevated PowerShell on the server, and give missing.xml as well: "
        + "& { $p = @{ PolicyStore = 'PersistentStore'; ErrorAction = 'Stop' }; @{ PersistentStore = @{ MSFT_NetIPInterface = @(Get-NetIPInterface @p) } } | Export-Clixml missing.xml -Depth 5 }",
        After(Without(NetIPInterfaceClass.Class, CimStore.Persistent)));

    [Fact]
    public void One_command_brings_several_of_either_kind() => Assert.EndsWith(
        "& { $a = @{ PolicyStore = 'ActiveStore'; ErrorAction = 'Stop' }; @{ ActiveStore = @{ MSFT_NetRoute = @(Get-NetRoute @a) }; "
        + "Win32_Service = @(Get-CimInstance -Namespace root/cimv2 -ClassName Win32_Service -ErrorAction Stop) } | Export-Clixml missing.xml -Depth 5 }",
        After(Without(ServiceClass.Class, CimStore.None, Without(NetRouteClass.Class, CimStore.Active))),
        StringComparison.Ordinal);

    [Fact]
    public void Readings_of_this_project_come_by_its_collector() => Assert.Equal(
        @"a verdict still needs DnsAnswer; the collector of DsrReadiness brings all of it, in an elevated PowerShell on the server: powershell.exe -ExecutionPolicy Bypass -File .\Save-DsrSnapshot.ps1",
        After(Without(DnsAnswerClass.Class, CimStore.None)));

    [Fact]
    public void Nothing_is_missing_where_the_verdict_is_certain()
    {
        Assert.Null(After(Server.Ready().Build()));
        Assert.Null(After(Without(DnsAnswerClass.Class, CimStore.None, Server.Ready().Set(NetIPInterfaceClass.WeakHostReceive, 0u).Build())));
        Assert.Null(StillMissing.Of(Server.Ready().Build()));
    }

    [Fact]
    public void Without_a_question_it_is_what_every_verdict_needs() =>
        Assert.Contains("MSFT_NetAdapter, Win32_PnPEntity", StillMissing.Of(new Snapshot("WEB01", default, "tests", [])), StringComparison.Ordinal);

    private static Snapshot Without(CimClass @class, CimStore store, Snapshot? from = null)
    {
        from ??= Server.Ready().Build();
        Assert.Contains(from.Readings, reading => reading.Class == @class && reading.Store == store);
        return new Snapshot(from.ComputerName, from.CollectedAt, from.Collector, from.Readings.Where(reading => reading.Class != @class || reading.Store != store));
    }

    private static string? After(Snapshot snapshot) => StillMissing.Of(snapshot, new CheckRunner(Catalogue.All).Run(snapshot, Server.Service()));
}
