using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Releases;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>
/// What <c>netsh</c> of a release does to a lab server, after its documented syntax: words it does not know are errors, and so are interfaces that are not
/// there. A name of digits is an index, and a word with an equals sign a parameter, as for the real one.
/// </summary>
internal sealed class Netsh(LabServer server, ScriptRelease release, bool hasUpdates)
{
    private bool IsClassic => release <= ScriptRelease.Server2003;

    private bool KnowsSkipAsSource => release >= ScriptRelease.Windows8 || (!IsClassic && hasUpdates);

    public int Run(string program, IReadOnlyList<string> words)
    {
        if (program == "wmic")
            return Wmic(words);
        Assert.Equal("netsh", program);
        try
        {
            string[] given = [.. words];
            return given switch
            {
                ["firewall" or "advfirewall", .. var rest] => Firewall(given[0], rest),
                ["http", .. var rest] when !IsClassic => Http(rest),
                ["interface", "set", "interface", var name, "admin=enabled" or "admin=disabled"] when name.StartsWith("name=", StringComparison.Ordinal) =>
                    Execute(CimOperation.Invoke(On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.InterfaceIndex, (long)Index(name["name=".Length..]))), given[^1] == "admin=enabled" ? "Enable" : "Disable")),
                ["interface", "ip", .. var rest] when IsClassic => Classic(rest),
                ["interface", "ipv4", .. var rest] when !IsClassic => Modern(IPFamily.IPv4, rest),
                ["interface", "ipv6", .. var rest] when !IsClassic => Modern(IPFamily.IPv6, rest),
                _ => 1,
            };
        }
        catch (NoSuchInterfaceException)
        {
            return 1;
        }
    }

    private int Modern(IPFamily family, string[] words) => words switch
    {
        ["show", "interfaces" or "addresses" or "dnsservers", ..] or ["show", "excludedportrange", "protocol=tcp" or "protocol=udp"] => 0,
        ["set", "interface", var name, var setting] => Set(Index(name), family, setting, CimStore.None),
        ["set", "interface", var name, var setting, "store=persistent"] => Set(Index(name), family, setting, CimStore.Persistent),
        ["set", "dnsservers", var name, "static", "none", var register] when family == IPFamily.IPv4 => Dns(Index(name), register),
        ["set", "address", var name, "dhcp"] when family == IPFamily.IPv4 => Dhcp(Index(name), true),
        ["add", "address", var name, var address, var mask, .. var rest] when family == IPFamily.IPv4 && Skips(rest) is { } skips => Add(Index(name), address, Length(mask), skips),
        ["add", "address", var name, var address, .. var rest] when family == IPFamily.IPv6 && Skips(rest) is { } skips =>
            Add(Index(name), address.Split('/')[0], int.Parse(address.Split('/')[1], CultureInfo.InvariantCulture), skips),
        ["delete", "address", var name, var address] => Delete(Index(name), address),
        ["add", "route", var prefix, var name, var nextHop] => Execute(Do.CreateRoute(Index(name), prefix, nextHop)),
        ["delete", "route", var prefix, var name, var nextHop] => Execute(CimOperation.Delete(On.Where(
            NetRouteClass.Class, CimStore.None, (NetRouteClass.InterfaceIndex, (long)Index(name)), (NetRouteClass.DestinationPrefix, prefix), (NetRouteClass.NextHop, nextHop)))),
        _ => 1,
    };

    private int Classic(string[] words) => words switch
    {
        ["show", ..] => 0,
        ["set", "dns", var name, "static", "none", var register] when release >= ScriptRelease.WindowsXP => Dns(Index(name), register),
        ["set", "address", var name, "static", var address, var mask] when Length(mask) < 31 => Add(Index(name), address, Length(mask), false),
        ["add", "address", var name, var address, var mask] when Length(mask) < 31 => Add(Index(name), address, Length(mask), false),
        ["set", "address", var name, "dhcp"] => RemoveAll(Index(name)) + Dhcp(Index(name), true),
        ["delete", "address", var name, var address] => Delete(Index(name), address),
        _ => 1,
    };

    private bool? Skips(string[] rest) => rest switch
    {
        [] => false,
        ["skipassource=true"] when KnowsSkipAsSource => true,
        _ => null,
    };

    private int Http(string[] words)
    {
        switch (words)
        {
            case ["show", "sslcert"]:
                return 0;
            case ["add", "iplisten", var word] when word.StartsWith("ipaddress=", StringComparison.Ordinal) && IPAddress.TryParse(word["ipaddress=".Length..], out IPAddress? address):
                CimRow list = server.Backdoor.Read(On.Where(RegistryValueClass.Class, CimStore.None, (RegistryValueClass.Name, RegistryNames.ListenOnlyList.Value))).Rows!.Single();
                server.Backdoor.SetRegistry(RegistryNames.ListenOnlyList.Key, RegistryNames.ListenOnlyList.Value, (string[])[.. list.Get(RegistryValueClass.Data).Or([]), address.ToString()]);
                return 0;
            default:
                return 1;
        }
    }

    private int Set(uint index, IPFamily family, string setting, CimStore store)
    {
        (CimProperty property, object value)[] values = setting switch
        {
            "weakhostsend=enabled" => [(NetIPInterfaceClass.WeakHostSend, 1L)],
            "weakhostsend=disabled" => [(NetIPInterfaceClass.WeakHostSend, 0L)],
            "weakhostreceive=enabled" => [(NetIPInterfaceClass.WeakHostReceive, 1L)],
            "weakhostreceive=disabled" => [(NetIPInterfaceClass.WeakHostReceive, 0L)],
            "advertise=enabled" when family == IPFamily.IPv6 => [(NetIPInterfaceClass.Advertising, 1L)],
            "advertise=disabled" when family == IPFamily.IPv6 => [(NetIPInterfaceClass.Advertising, 0L)],
            "metric=automatic" => [(NetIPInterfaceClass.AutomaticMetric, 1L)],
            _ => setting.StartsWith("metric=", StringComparison.Ordinal) && long.TryParse(setting["metric=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out long metric)
                ? [(NetIPInterfaceClass.AutomaticMetric, 0L), (NetIPInterfaceClass.InterfaceMetric, metric)]
                : [],
        };
        return values.Length == 0 ? 1 : Execute(CimOperation.Modify(On.Interface(index, family, store), values.Select(each => new CimAssignment(each.property, each.value)).ToArray()));
    }

    private int Dns(uint index, string register) => register is not ("none" or "primary") ? 1 : Execute(Do.Set(
        On.Where(DnsClientClass.Class, CimStore.None, (DnsClientClass.InterfaceIndex, (long)index)), DnsClientClass.RegisterThisConnectionsAddress, register == "primary"));

    private int Dhcp(uint index, bool isOn) => Execute(Do.Set(On.Interface(index, IPFamily.IPv4, CimStore.Active), NetIPInterfaceClass.Dhcp, isOn ? 1L : 0L));

    /// <summary>A static address ends DHCP.</summary>
    private int Add(uint index, string address, int length, bool skips)
    {
        if (IPAddress.Parse(address).Family() == IPFamily.IPv4 && Dhcp(index, false) != 0)
            return 1;
        return Execute(Do.CreateAddress(index, address, length, skips));
    }

    private int Delete(uint index, string address) => Execute(CimOperation.Delete(On.Where(
        NetIPAddressClass.Class, CimStore.None, (NetIPAddressClass.InterfaceIndex, (long)index), (NetIPAddressClass.IPAddress, address))));

    private int RemoveAll(uint index) => server.Backdoor.Read(On.Addresses(index, CimStore.Persistent)).Rows!
        .Select(row => row.Get(NetIPAddressClass.IPAddress).Value).Where(address => address.Family() == IPFamily.IPv4)
        .Sum(address => Delete(index, address.ToString()));

    private int Firewall(string tool, string[] words)
    {
        if (release == ScriptRelease.Windows2000 || tool == "firewall" != IsClassic)
            return 1;
        Dictionary<string, string> given = words.Where(word => word.Contains('=')).ToDictionary(word => word[..word.IndexOf('=')], word => word[(word.IndexOf('=') + 1)..]);
        switch (words)
        {
            case ["show", ..] or [_, "show", ..]:
                return 0;
            case ["add", "portopening", ..]:
                string? scope = given["scope"] == "ALL" ? null : given["addresses"].Replace("/255.255.255.0", "/24", StringComparison.Ordinal);
                return Rule(given["name"], given["protocol"], given["port"], null, scope);
            case ["delete", "portopening", ..]:
                return Rules().Where(row => row.Get(NetFirewallRuleClass.InstanceId).Value.EndsWith("-" + given["port"], StringComparison.Ordinal)).Sum(row => DeleteRule(row.Get(NetFirewallRuleClass.InstanceId).Value));
            case ["firewall", "add", "rule", ..]:
                Assert.Equal(("in", "allow", "any"), (given["dir"], given["action"], given["profile"]));
                return Rule(given["name"], given["protocol"], given["localport"], given["localip"], given.GetValueOrDefault("remoteip"));
            case ["firewall", "delete", "rule", ..]:
                return Rules().Any(row => row.Get(NetFirewallRuleClass.InstanceId).Value == given["name"]) ? DeleteRule(given["name"]) : 1;
            default:
                return 1;
        }
    }

    private CimRow[] Rules() => server.Backdoor.Read(On.All(NetFirewallRuleClass.Class, CimStore.Persistent)).Rows!
        .Where(row => row.Get(NetFirewallRuleClass.InstanceId).Value.StartsWith("DsrReadiness-", StringComparison.Ordinal)).ToArray();

    private int Rule(string name, string protocol, string port, string? local, string? remote)
    {
        var options = new List<CimAssignment> { new("Protocol", CimType.String, protocol), new("LocalPort", CimType.String, new object?[] { port }) };
        if (local is not null)
            options.Add(new CimAssignment("LocalAddress", CimType.String, new object?[] { local }));
        if (remote is not null)
            options.Add(new CimAssignment("RemoteAddress", CimType.String, remote.Split(',').ToArray<object?>()));
        return Execute(CimOperation.Create(
            On.All(NetFirewallRuleClass.Class),
            [
                new CimAssignment(NetFirewallRuleClass.InstanceId, name), new CimAssignment(NetFirewallRuleClass.ElementName, name),
                new CimAssignment(NetFirewallRuleClass.Direction, 1L), new CimAssignment(NetFirewallRuleClass.Action, 2L),
            ],
            options));
    }

    private int DeleteRule(string name) => Execute(CimOperation.Delete(On.Where(NetFirewallRuleClass.Class, CimStore.Persistent, (NetFirewallRuleClass.InstanceId, name))));

    private int Wmic(IReadOnlyList<string> words)
    {
        if (IsClassic || release >= ScriptRelease.Server2025)
            return 1;
        Assert.True(words is ["nicconfig", "where", _, "call", "SetTcpipNetbios", _], string.Join(" ", words));
        uint index = uint.Parse(words[2]["InterfaceIndex=".Length..], CultureInfo.InvariantCulture);
        return Execute(CimOperation.Invoke(
            On.Where(NetworkAdapterConfigurationClass.Class, CimStore.None, (NetworkAdapterConfigurationClass.InterfaceIndex, (long)index)),
            "SetTcpipNetbios",
            new CimAssignment(NetworkAdapterConfigurationClass.TcpipNetbiosOptions, long.Parse(words[5], CultureInfo.InvariantCulture))));
    }

    private uint Index(string name)
    {
        if (name.Contains('='))
            throw new NoSuchInterfaceException();
        IReadOnlyList<CimRow> adapters = server.Backdoor.Read(On.All(NetAdapterClass.Class)).Rows!;
        bool byIndex = !IsClassic && uint.TryParse(name, out _);
        return adapters.Where(row => byIndex
                ? row.Get(NetAdapterClass.InterfaceIndex).Value.ToString(CultureInfo.InvariantCulture) == name
                : string.Equals(row.Get(NetAdapterClass.Name).Value, name, StringComparison.OrdinalIgnoreCase))
            .Select(row => (uint?)row.Get(NetAdapterClass.InterfaceIndex).Value).ToArray() is [{ } found] ? found : throw new NoSuchInterfaceException();
    }

    private int Execute(CimOperation operation)
    {
        CimOutcome outcome = server.Backdoor.Execute(operation);
        return outcome.Failure is null && outcome.ReturnValue == 0 ? 0 : 1;
    }

    private static int Length(string mask) => IPAddress.Parse(mask).GetAddressBytes().Sum(part => Convert.ToString(part, 2).Count(bit => bit == '1'));

    private sealed class NoSuchInterfaceException : Exception;
}
