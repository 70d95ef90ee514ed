using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Scripts;

/// <summary>One thing that a script does, in no dialect.</summary>
/// <param name="On">The interface; null if there is none.</param>
internal abstract record ScriptStep(ScriptInterface? On)
{
    /// <summary>The adapter is made by hand, on every release.</summary>
    public sealed record MakeLoopback() : ScriptStep((ScriptInterface?)null);

    /// <summary>The adapter is removed by hand.</summary>
    public sealed record RemoveLoopback() : ScriptStep((ScriptInterface?)null);

    /// <summary>The adapter is switched on or off.</summary>
    public sealed record Adapter(ScriptInterface Loopback, bool Enabled) : ScriptStep(Loopback);

    /// <summary>A protocol or service is bound or unbound.</summary>
    public sealed record Binding(ScriptInterface Loopback, string Component, bool Enabled) : ScriptStep(Loopback);

    /// <summary>NetBIOS: 0 by DHCP, 1 on, 2 off.</summary>
    public sealed record NetBios(ScriptInterface Loopback, int Option) : ScriptStep(Loopback);

    /// <summary>The connection's addresses are registered in DNS or not.</summary>
    public sealed record DnsRegistration(ScriptInterface Loopback, bool Enabled) : ScriptStep(Loopback);

    /// <summary>DHCP on or off.</summary>
    public sealed record Dhcp(ScriptInterface Loopback, bool Enabled) : ScriptStep(Loopback);

    /// <summary>The interface's metric; null for an automatic one.</summary>
    public sealed record Metric(ScriptInterface Loopback, IPFamily Family, int? Value) : ScriptStep(Loopback);

    /// <summary>Weak host send or receive.</summary>
    public sealed record WeakHost(ScriptInterface Interface, IPFamily Family, bool IsSend, bool Enabled) : ScriptStep(Interface);

    /// <summary>An address is added.</summary>
    /// <param name="Interface">Where to.</param>
    /// <param name="Address">The address.</param>
    /// <param name="PrefixLength">Its prefix length.</param>
    /// <param name="SkipAsSource">True to keep it from being a source, where the release can.</param>
    /// <param name="IsFirst">True for the first of the script: older tools set it in another way.</param>
    public sealed record AddAddress(ScriptInterface Interface, IPAddress Address, int PrefixLength, bool SkipAsSource, bool IsFirst) : ScriptStep(Interface);

    /// <summary>An address is removed.</summary>
    public sealed record RemoveAddress(ScriptInterface Interface, IPAddress Address, bool IsFirst) : ScriptStep(Interface);

    /// <summary>An address that Windows gave itself is removed, if it is still there: it goes by itself when DHCP ends.</summary>
    public sealed record RemoveAutomaticAddress(ScriptInterface Interface, IPAddress Address) : ScriptStep(Interface);

    /// <summary>A default route is removed or added.</summary>
    public sealed record DefaultRoute(ScriptInterface Interface, IPPrefix Prefix, IPAddress NextHop, bool IsAdded) : ScriptStep(Interface);

    /// <summary>A firewall rule is added.</summary>
    public sealed record AddRule(string Name, RuleConditions Conditions) : ScriptStep((ScriptInterface?)null);

    /// <summary>A firewall rule is removed.</summary>
    public sealed record RemoveRule(string Name, RuleConditions? Conditions) : ScriptStep((ScriptInterface?)null);
}
