using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The old adapter configuration. Its methods do not fail: they return a number.</summary>
internal sealed class NetworkAdapterConfigurations : LabClass<NetInterface>
{
    private const uint InvalidInput = 68;
    private const uint IPNotEnabled = 84;
    private const uint AccessDenied = 91;

    public NetworkAdapterConfigurations(Machine machine)
        : base(NetworkAdapterConfigurationClass.Class, machine)
    {
        Column(NetworkAdapterConfigurationClass.Index, adapter => adapter.Number);
        Column(NetworkAdapterConfigurationClass.InterfaceIndex, adapter => adapter.Index);
        Column(NetworkAdapterConfigurationClass.SettingID, adapter => adapter.Guid);
        Column(NetworkAdapterConfigurationClass.IPEnabled, adapter => adapter.IsIPEnabled);
        Column(NetworkAdapterConfigurationClass.TcpipNetbiosOptions, adapter => adapter.IsIPEnabled ? adapter.NetBios : null);
        Column(NetworkAdapterConfigurationClass.FullDNSRegistrationEnabled, adapter => adapter.IsIPEnabled ? adapter.RegistersInDns : null);
        Column(NetworkAdapterConfigurationClass.DHCPServer, _ => null);
        Column(NetworkAdapterConfigurationClass.WINSPrimaryServer, _ => null);
        Column(NetworkAdapterConfigurationClass.WINSSecondaryServer, _ => null);
        Method("SetTcpipNetbios", SetTcpipNetbios, new LabParameter("TcpipNetbiosOptions", CimType.UInt32, IsRequired: true));
        Method(
            "SetDynamicDNSRegistration",
            SetDynamicDnsRegistration,
            new LabParameter("FullDNSRegistrationEnabled", CimType.Boolean, IsRequired: true),
            new LabParameter("DomainDNSRegistrationEnabled", CimType.Boolean));
    }

    public override CimOutcome WithoutElevation(CimOperation operation) =>
        operation.Verb == CimVerb.Invoke ? CimOutcome.Done(AccessDenied) : base.WithoutElevation(operation);

    protected override IEnumerable<NetInterface> Items(CimStore store) => Machine.Adapters;

    private static CimOutcome SetTcpipNetbios(NetInterface adapter, LabArguments arguments)
    {
        if (!adapter.IsIPEnabled)
            return CimOutcome.Done(IPNotEnabled);
        long option = arguments.Number("TcpipNetbiosOptions")!.Value;
        if (option > (long)NetBiosOptions.DisableNetbios)
            return CimOutcome.Done(InvalidInput);
        adapter.NetBios = (NetBiosOptions)option;
        return CimOutcome.Done();
    }

    private static CimOutcome SetDynamicDnsRegistration(NetInterface adapter, LabArguments arguments)
    {
        if (!adapter.IsIPEnabled)
            return CimOutcome.Done(IPNotEnabled);
        adapter.RegistersInDns = arguments.Flag("FullDNSRegistrationEnabled");
        adapter.UsesSuffixWhenRegistering = arguments.Flag("DomainDNSRegistrationEnabled");
        return CimOutcome.Done();
    }
}
