using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>How the file server is set, as every server's is by default.</summary>
internal sealed class SmbServerConfigurations : LabClass<Machine>
{
    public SmbServerConfigurations(Machine machine)
        : base(SmbServerConfigurationClass.Class, machine)
    {
        Column(SmbServerConfigurationClass.EnableMultiChannel, each => each.HasMultiChannel);
        Column(SmbServerConfigurationClass.EnableStrictNameChecking, each => each.Registry.Find(RegistryNames.DisableStrictNameChecking) is not > 0);
    }

    protected override IEnumerable<Machine> Items(CimStore store) => [Machine];
}

/// <summary>The addresses of which the file server tells its clients.</summary>
internal sealed class SmbServerNetworkInterfaces : LabClass<LabAddress>
{
    public SmbServerNetworkInterfaces(Machine machine)
        : base(SmbServerNetworkInterfaceClass.Class, machine)
    {
        Column(SmbServerNetworkInterfaceClass.IpAddress, address => address.IPAddress.ToString());
    }

    protected override IEnumerable<LabAddress> Items(CimStore store) =>
        Machine.Layers.Where(layer => layer.IsActive && layer.Interface != Machine.BuiltIn).SelectMany(layer => layer.Addresses(CimStore.Active));
}
