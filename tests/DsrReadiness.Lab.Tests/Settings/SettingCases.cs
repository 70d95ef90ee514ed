using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Settings;

/// <summary>A setting of a prepared server, and how a server that needs it has it.</summary>
/// <param name="Right">The setting.</param>
/// <param name="CheckId">The check that fails without it.</param>
/// <param name="Wrong">What is done, in this order, to a prepared server.</param>
internal sealed record SettingCase(Setting Right, string CheckId, params IReadOnlyList<Setting> Wrong)
{
    public override string ToString() => $"{CheckId} {Right.Text}";
}

/// <summary>Every setting of a prepared server: what is prepared is asked for here as plans and scripts ask for it, so that a new setting is among them by itself.</summary>
internal static class SettingCases
{
    public const string Traffic = "Ethernet";
    public const string Loopback = "DSR Loopback";
    private static readonly IPAddress s_automatic = IPAddress.Parse("169.254.7.7");

    /// <summary>What is asked of a release: both families where it can serve both.</summary>
    public static DsrService Service(ReleaseFacts facts) => new(
        facts.IPv6.Value == HostModel.Settable ? [IPAddress.Parse("192.0.2.10"), IPAddress.Parse("2001:db8::10")] : [IPAddress.Parse("192.0.2.10")],
        [ServicePort.Parse("tcp/443")],
        trafficInterface: Traffic);

    /// <summary>The cases of a release. What has no row: a device is made by no command and is its own test, and a name is given to what a plan makes alone.</summary>
    /// <param name="facts">The release.</param>
    /// <param name="loopback">The loopback adapter.</param>
    /// <param name="traffic">The traffic interface.</param>
    public static IEnumerable<SettingCase> Of(ReleaseFacts facts, Place loopback, Place traffic)
    {
        DsrService service = Service(facts);
        foreach (Setting right in Prepared.For(service, service.VirtualIPAddresses.ToDictionary(vip => vip, _ => loopback), traffic, Scope.All, null).Where(each => IsOfCommands(each, facts)))
            yield return new SettingCase(right, right.CheckId, Without(right));

        // What is only found by looking, where one can look.
        if (!facts.HasStores.Value)
            yield break;
        Place answering = traffic with { Role = Role.Answering };
        foreach (IPAddress vip in service.VirtualIPAddresses)
        {
            (int wide, string gateway) = vip.Family() == IPFamily.IPv4 ? (24, "192.0.2.1") : (64, "2001:db8::1");
            Address right = Address.Vip(loopback, vip);
            Address away = Address.Off(loopback, vip);
            yield return new SettingCase(Address.Off(answering, vip, "V03"), "V03", away, new Address(answering, vip, wide, false, true));
            yield return new SettingCase(right, "V02", away, right with { PrefixLength = wide });
            var route = new DefaultRoute(loopback, new IPPrefix(vip.Family() == IPFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any, 0), IPAddress.Parse(gateway), false);
            yield return new SettingCase(route, "V08", route with { IsPresent = true });
        }

        yield return new SettingCase(Address.Off(loopback, s_automatic, "A08"), "A08", new Address(loopback, s_automatic, 16, false, true));
    }

    private static bool IsOfCommands(Setting setting, ReleaseFacts facts) =>
        setting is not LoopbackDevice && setting.Exists(facts) && (setting is not FirewallRule || facts.Firewall.Value != FirewallTool.None);

    /// <summary>A setting that says what Windows starts with is wrong like that; of others a test says what is.</summary>
    private static Setting Without(Setting right) => right switch
    {
        Advertising on => on with { IsOn = true },
        Dhcp on => on with { IsEnabled = true },
        InterfaceMetric on => on with { Value = 1 },
        AdapterEnabled on => on with { IsEnabled = false, Families = [] },
        _ => right.Before(null) ?? throw new InvalidOperationException($"It has to be said here what is so without {right.Name}."),
    };
}
