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

/// <summary>Certificates that HTTP.sys has bound.</summary>
internal sealed class HttpCertificates : LabClass<LabCertificate>
{
    public HttpCertificates(Machine machine)
        : base(HttpCertificateClass.Class, machine)
    {
        Column(HttpCertificateClass.Binding, certificate => certificate.Binding);
        Column(HttpCertificateClass.Hash, _ => "0102AB");
        Column(HttpCertificateClass.NotAfter, certificate => certificate.NotAfter?.ToUnixTimeSeconds());
    }

    protected override IEnumerable<LabCertificate> Items(CimStore store) => Machine.Certificates;
}
