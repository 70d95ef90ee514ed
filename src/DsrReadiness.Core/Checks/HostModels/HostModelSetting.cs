using System;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Host;
using DsrReadiness.Text;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A setting of an IP interface that is off or on.</summary>
internal sealed class HostModelSetting(string name, Func<IPInterface, Field<Toggle>> read, Func<Place, IPFamily, bool, Setting>? setting = null)
{
    public static readonly HostModelSetting WeakHostSend = new("WeakHostSend", row => row.WeakHostSend, (on, family, isEnabled) => new WeakHost(on, family, true, isEnabled));
    public static readonly HostModelSetting WeakHostReceive = new("WeakHostReceive", row => row.WeakHostReceive, (on, family, isEnabled) => new WeakHost(on, family, false, isEnabled));
    public static readonly HostModelSetting Forwarding = new("Forwarding", row => row.Forwarding);
    public static readonly HostModelSetting Advertising = new("Advertising", row => row.Advertising, (on, _, isEnabled) => new Advertising(on, isEnabled));

    private readonly Func<Place, IPFamily, bool, Setting>? _setting = setting;

    /// <summary>The property's name, which is also the parameter of Set-NetIPInterface.</summary>
    public string Name { get; } = name;

    public Func<IPInterface, Field<Toggle>> Read { get; } = read;

    /// <summary>
    /// The command that sets it. Without a store the cmdlet is documented to write both; netsh names the persistent one, and comes after it where that is the one to be set.
    /// </summary>
    public Advice Set(HostInterface on, IPFamily family, Toggle value, CimStore store = CimStore.Active)
    {
        string words = $"Set {Name} ({family}) of {on} to {value}.";
        string command = _setting?.Invoke(Place.Of(on.Index), family, value == Toggle.Enabled).Command ?? InterfaceCommands.Set(on.Index, family, Name, value);
        return store == CimStore.Persistent
            ? Advice.Run(words, [command, InterfaceCommands.Persist(on.Index, family, Name, value)])
            : Advice.Run(words, command);
    }
}
