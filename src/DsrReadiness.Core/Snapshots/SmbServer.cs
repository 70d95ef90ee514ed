using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>How the file server is set.</summary>
internal sealed class SmbServerConfiguration(CimRow row)
{
    public Field<bool> MultiChannel => row.Get(SmbServerConfigurationClass.EnableMultiChannel);

    public Field<bool> StrictNameChecking => row.Get(SmbServerConfigurationClass.EnableStrictNameChecking);
}

/// <summary>An address of which the file server tells its clients.</summary>
internal sealed class SmbServerInterface(CimRow row)
{
    public Field<IPAddress> Address => row.Get(SmbServerNetworkInterfaceClass.IpAddress);
}
