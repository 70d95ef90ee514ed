using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

/// <summary>Lab servers that tests begin with.</summary>
internal static class Some
{
    public const string Vip = "192.0.2.10";

    public static LabServer Server(LabOmittedStore omitted = LabOmittedStore.BothStores) => With(new LabServerBuilder("WEB01"), omitted);

    /// <summary>A server with a KM-TEST adapter "Loopback" that has DHCP off and nothing else done to it.</summary>
    public static LabServer WithLoopback(LabOmittedStore omitted = LabOmittedStore.BothStores) =>
        With(new LabServerBuilder("WEB01").Loopback("Loopback", loopback => loopback.NoDhcp()), omitted);

    /// <summary>The interface index of an adapter now.</summary>
    public static uint IndexOf(this LabServer server, string alias) =>
        Assert.Single(server.Backdoor.Read(On.Adapter(alias)).Rows!).Get(NetAdapterClass.InterfaceIndex).Value;

    private static LabServer With(LabServerBuilder builder, LabOmittedStore omitted)
    {
        LabServer server = builder.Build();
        server.Behaviour.OmittedStore = omitted;
        return server;
    }
}
