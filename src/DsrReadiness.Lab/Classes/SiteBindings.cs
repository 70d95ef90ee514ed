using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Bindings of sites of IIS.</summary>
internal sealed class SiteBindings : LabClass<LabSite>
{
    public SiteBindings(Machine machine)
        : base(SiteBindingClass.Class, machine)
    {
        Column(SiteBindingClass.Site, site => site.Site);
        Column(SiteBindingClass.Protocol, site => site.Protocol);
        Column(SiteBindingClass.Address, site => site.Address);
        Column(SiteBindingClass.Port, site => site.Port);
    }

    protected override IEnumerable<LabSite> Items(CimStore store) => Machine.Sites;
}
