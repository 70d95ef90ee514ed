using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Cim.Contracts.Declarations;

namespace DsrReadiness.Tests.Cim.Contracts;

public sealed class ContractDriftTests
{
    /// <summary>Where a contract is knowingly not what the reference says, and why.</summary>
    private static readonly string[] s_deliberate =
    [
        // One enumeration serves rules and profiles, each of which has a value that the other lacks.
        "MSFT_NetFirewallRule.Action is never 0 NotConfigured",
        "MSFT_NetFirewallProfile.DefaultInboundAction is never 3 AllowBypass",

        // Compared with a number once; not worth an enumeration.
        "Win32_OperatingSystem.ProductType has values without names in the contract",
    ];

    /// <summary>Enumerations whose numbers no declaration confirms, and what does instead.</summary>
    private static readonly string[] s_valuesSeenOnly =
    [
        "MSFT_DNSClientServerAddress.AddressFamily", // 2 and 23 on the rows that were captured
    ];

    private static readonly IEnumerable<string> s_referenced = CimClasses.All.Select(contract => contract.Name).Intersect(DeclaredClasses.Referenced);

    public static TheoryData<string, WindowsRelease> Captured()
    {
        var data = new TheoryData<string, WindowsRelease>();
        foreach (string name in NamesOf(CimEvidence.Captured))
        {
            data.Add(name, WindowsRelease.Server2016);
            data.Add(name, WindowsRelease.Server2019);
        }

        return data;
    }

    public static TheoryData<string> Referenced() => new(s_referenced);

    [Theory]
    [MemberData(nameof(Captured))]
    public void Captured_contracts_agree_with_the_hosts(string name, WindowsRelease release) =>
        Assert.Empty(ContractComparison.Differences(CimClasses.Find(name)!, DeclaredClasses.Capture(name, release), release));

    [Theory]
    [MemberData(nameof(Referenced))]
    public void Contracts_agree_with_the_reference(string name) =>
        Assert.Empty(ContractComparison.Differences(CimClasses.Find(name)!, DeclaredClasses.Reference(name)).Except(s_deliberate));

    [Fact]
    public void Deliberate_differences_are_still_there() => Assert.Empty(s_deliberate.Except(
        s_referenced.SelectMany(name => ContractComparison.Differences(CimClasses.Find(name)!, DeclaredClasses.Reference(name)))));

    [Fact]
    public void Every_class_marked_referenced_is_in_the_reference() => Assert.Empty(
        CimClasses.All.Where(contract => contract.Evidence == CimEvidence.Referenced).Select(contract => contract.Name)
            .Except(DeclaredClasses.Referenced));

    [Fact]
    public void Numbers_of_every_enumeration_are_confirmed_by_a_declaration()
    {
        IEnumerable<string> unconfirmed = CimClasses.All
            .Where(contract => contract.Evidence is CimEvidence.Captured or CimEvidence.Referenced)
            .SelectMany(contract => contract.Properties)
            .Where(property => property.Values is not null && !Declarations(property).Any(declared => declared.Values is not null))
            .Select(property => property.ToString());
        Assert.Equal(s_valuesSeenOnly, unconfirmed);
    }

    /// <summary>Adding a class that nothing is held against is a decision: it is made here.</summary>
    [Fact]
    public void Classes_that_no_declaration_confirms_are_these()
    {
        Assert.Equal(["Win32_Service", "Win32_Process", "MSFT_SmbServerConfiguration", "MSFT_SmbServerNetworkInterface", "MSCluster_Resource", "MSCluster_Network", "MSCluster_NetworkInterface"], NamesOf(CimEvidence.DocumentedOnly));
        Assert.Equal(["RegistryValue", "DnsAnswer", "SiteBinding", "HttpCertificate"], NamesOf(CimEvidence.Own));
    }

    [Fact]
    public void Classes_without_known_keys_are_these() =>
        Assert.Equal(["MSFT_SmbServerConfiguration", "MSFT_SmbServerNetworkInterface", "MSCluster_Resource", "MSCluster_Network", "MSCluster_NetworkInterface", "SiteBinding"], CimClasses.All.Where(contract => contract.Keys.Count == 0).Select(contract => contract.Name));

    private static IEnumerable<string> NamesOf(CimEvidence evidence) =>
        CimClasses.All.Where(contract => contract.Evidence == evidence).Select(contract => contract.Name);

    private static IEnumerable<DeclaredProperty> Declarations(CimProperty property)
    {
        if (DeclaredClasses.Referenced.Contains(property.ClassName))
            yield return DeclaredClasses.Reference(property.ClassName).Properties[property.Name];
        if (CimClasses.Find(property.ClassName)!.Evidence == CimEvidence.Captured)
            yield return DeclaredClasses.Capture(property.ClassName, WindowsRelease.Server2019).Properties[property.Name];
    }
}
