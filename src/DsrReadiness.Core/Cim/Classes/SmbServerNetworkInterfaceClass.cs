using System.Net;

namespace DsrReadiness.Cim.Classes;

/// <summary>The addresses of which the file server tells its clients, a row each. Known as the configuration is.</summary>
public static class SmbServerNetworkInterfaceClass
{
    private static readonly CimClassBuilder s_class = new(Smb.Namespace, "MSFT_SmbServerNetworkInterface", CimEvidence.DocumentedOnly);

    /// <summary>The address.</summary>
    public static readonly CimProperty<IPAddress> IpAddress = s_class.Address("IpAddress");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>An address of which the file server tells its clients.</summary>
internal sealed class SmbServerInterface(CimRow row)
{
    public Field<IPAddress> Address => row.Get(SmbServerNetworkInterfaceClass.IpAddress);
}
