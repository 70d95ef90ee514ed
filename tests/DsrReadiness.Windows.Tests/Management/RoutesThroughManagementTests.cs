using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Lab;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Windows.Management;
using DsrReadiness.Windows.Tests.Simulation;

namespace DsrReadiness.Windows.Tests.Management;

/// <summary>Routes for real packets by way of the adapter: a lifetime travels as an interval, and the store with every call.</summary>
public sealed class RoutesThroughManagementTests
{
    [Fact]
    public async Task A_route_with_a_lifetime_is_made_and_given_back()
    {
        LabServer lab = new LabServerBuilder("ASKER").Build();
        var session = new LabSession(lab);
        var server = new ManagedServer(session, "ASKER", new LabNames(lab), TimeSpan.FromMinutes(1));
        using var routes = new CimRoutes(server, server, new MemoryJournals(), () => true, _ => 0, TimeSpan.FromSeconds(75));
        var lease = new RouteLease(IPAddress.Parse("203.0.113.10"), IPAddress.Parse("192.0.2.51"), "Ethernet", lab.Addresses()[0].InterfaceIndex);
        await routes.CleanAsync(CancellationToken.None);

        Assert.Null(await routes.LeaseAsync(lease, CancellationToken.None));
        Assert.Null(await routes.GiveBackAsync(lease));

        string create = Assert.Single(session.Calls, call => call.Contains("Create", StringComparison.Ordinal));
        Assert.Contains("ValidLifetime = PT1M15S", create, StringComparison.Ordinal);
        Assert.Contains("PolicyStore = ActiveStore", create, StringComparison.Ordinal);
        Assert.All(session.Calls.Where(call => call.StartsWith("query", StringComparison.Ordinal)), call => Assert.Contains("[PolicyStore = ActiveStore]", call, StringComparison.Ordinal));
    }
}
