using System;
using System.Linq;
using System.Net;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>A server as somebody left it, and the service that it is to be made ready for.</summary>
public sealed class StartingState(string name, DsrService service, Func<LabServer> build)
{
    public string Name { get; } = name;

    public DsrService Service { get; } = service;

    public LabServer Build(LabOmittedStore omitted = LabOmittedStore.BothStores)
    {
        LabServer server = build();
        server.Behaviour.OmittedStore = omitted;
        return server;
    }

    /// <summary>True if the server has something that it would lose at a restart.</summary>
    public bool IsRunningStateOnly => Name.Contains("running state", StringComparison.Ordinal);

    public override string ToString() => Name;

    internal static DsrService ServiceOf(string[] vips, params string[] ports) => new(
        vips.Select(IPAddress.Parse), ports.DefaultIfEmpty("tcp/443").Select(ServicePort.Parse), [IPAddress.Parse("192.0.2.5")]);
}
