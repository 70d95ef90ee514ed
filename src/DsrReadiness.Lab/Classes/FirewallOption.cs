using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>A condition that a rule is given on creation, as a custom option of the operation: none of them is a property of the rule.</summary>
internal sealed class FirewallOption(
    string name, CimType type, bool isArray, Action<FirewallRule, object> apply, Func<object, bool>? accepts = null)
{
    public string Name { get; } = name;

    public static IReadOnlyList<FirewallOption> All { get; } =
    [
        new("LocalAddress", CimType.String, true, (rule, raw) => rule.LocalAddress = FirewallValue.Addresses(raw), raw => FirewallValue.AreAddresses(raw, false)),
        new("RemoteAddress", CimType.String, true, (rule, raw) => rule.RemoteAddress = FirewallValue.Addresses(raw), raw => FirewallValue.AreAddresses(raw, true)),
        new("Protocol", CimType.String, false, (rule, raw) => rule.Protocol = FirewallValue.Protocol(raw), FirewallValue.IsProtocol),
        new("LocalPort", CimType.String, true, (rule, raw) => rule.LocalPort = Any(raw), FirewallValue.ArePorts),
        new("RemotePort", CimType.String, true, (rule, raw) => rule.RemotePort = Any(raw), FirewallValue.ArePorts),
        new("IcmpType", CimType.String, true, (rule, raw) => rule.IcmpType = Any(raw), FirewallValue.AreIcmpTypes),
        new("Program", CimType.String, false, (rule, raw) => rule.Program = (string)raw),
        new("Package", CimType.String, false, (rule, raw) => rule.Package = (string)raw),
        new("Service", CimType.String, false, (rule, raw) => rule.Service = (string)raw),
        new("InterfaceAlias", CimType.String, true, (rule, raw) => rule.InterfaceAlias = Any(raw)),
        new("InterfaceType", CimType.UInt32, false, (rule, raw) => rule.InterfaceType = (long)raw, raw => (long)raw <= 7),
        new("Authentication", CimType.UInt16, false, (rule, raw) => rule.Authentication = (long)raw, raw => (long)raw <= 2),
        new("Encryption", CimType.UInt16, false, (rule, raw) => rule.Encryption = (long)raw, raw => (long)raw <= 2),
        new("OverrideBlockRules", CimType.Boolean, false, (rule, raw) => rule.OverrideBlockRules = (bool)raw),
        new("LocalUser", CimType.String, false, (rule, raw) => rule.LocalUsers = (string)raw),
        new("RemoteUser", CimType.String, false, (rule, raw) => rule.RemoteUsers = (string)raw),
        new("RemoteMachine", CimType.String, false, (rule, raw) => rule.RemoteMachines = (string)raw),
    ];

    public static FirewallOption? Find(string name) => All.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal));

    /// <summary>Puts the condition on a rule, or says why it is refused.</summary>
    public string? Apply(FirewallRule rule, CimAssignment given)
    {
        if (given.Type != type || !RawValue.Fits(given.Value, type, isArray))
            return $"Option {Name} is {type}{(isArray ? "[]" : string.Empty)}, and was given something else.";
        if (accepts?.Invoke(given.Value!) == false)
            return $"Option {given} is not possible.";
        apply(rule, given.Value!);
        return null;
    }

    private static string[] Any(object raw) => FirewallValue.OrAny(FirewallValue.Texts(raw));
}
