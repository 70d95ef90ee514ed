using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Whether interfaces register their addresses, the built-in loopback among them.</summary>
internal sealed class DnsClients : LabClass<NetInterface>
{
    public DnsClients(Machine machine)
        : base(DnsClientClass.Class, machine)
    {
        Column(DnsClientClass.InterfaceIndex, each => each.Index);
        Column(DnsClientClass.InterfaceAlias, each => each.Alias);
        Column(DnsClientClass.RegisterThisConnectionsAddress, each => each.RegistersInDns, (each, value) => each.RegistersInDns = (bool)value);
        Column(
            DnsClientClass.UseSuffixWhenRegistering,
            each => each.UsesSuffixWhenRegistering,
            (each, value) => each.UsesSuffixWhenRegistering = (bool)value);
    }

    protected override IEnumerable<NetInterface> Items(CimStore store) => Machine.Interfaces.Where(each => each.HasActiveIP);
}
