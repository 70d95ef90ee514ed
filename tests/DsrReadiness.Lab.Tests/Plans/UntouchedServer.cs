using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>A server on which nobody has done anything for a VIP yet, and two services for it.</summary>
internal static class UntouchedServer
{
    public static DsrService First { get; } = StartingState.ServiceOf(["192.0.2.10"]);

    public static DsrService Second { get; } = StartingState.ServiceOf(["192.0.2.20"], "tcp/80");

    public static Admin New(LabOmittedStore omitted = LabOmittedStore.BothStores)
    {
        LabServer server = new LabServerBuilder("WEB01").Listens("tcp/443").Listens("tcp/80").Build();
        server.Behaviour.OmittedStore = omitted;
        return new Admin(server);
    }
}
