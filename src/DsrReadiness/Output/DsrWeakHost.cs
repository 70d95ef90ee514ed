using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Inventory;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>The host model of one interface in one family. A value that was not read, or that nobody ever set, is null.</summary>
public sealed class DsrWeakHost : DsrObject
{
    private readonly HostModelEntry _entry;

    internal DsrWeakHost(DsrServer server, string computerName, HostModelEntry entry)
    {
        _entry = entry;
        Server = server;
        ComputerName = computerName;
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>The connection name.</summary>
    public string InterfaceAlias => _entry.Interface.Alias;

    /// <summary>The interface index.</summary>
    public uint InterfaceIndex => _entry.Interface.Index;

    /// <summary>True for a KM-TEST adapter and for the built-in loopback.</summary>
    public bool IsLoopback => _entry.Interface.IsLoopback;

    /// <summary>The family.</summary>
    public IPFamily AddressFamily => _entry.Family;

    /// <summary>Whether packets may leave by it that have the address of another interface.</summary>
    public Toggle? WeakHostSend => ValueOf(_entry.Send);

    /// <summary>Whether packets may come in by it that are for the address of another interface.</summary>
    public Toggle? WeakHostReceive => ValueOf(_entry.Receive);

    /// <summary>What weak host send will be after the next start; nobody ever set it if null, and then it is disabled.</summary>
    public Toggle? PersistentWeakHostSend => ValueOf(_entry.PersistentSend);

    /// <summary>What weak host receive will be after the next start; nobody ever set it if null, and then it is disabled.</summary>
    public Toggle? PersistentWeakHostReceive => ValueOf(_entry.PersistentReceive);

    /// <inheritdoc/>
    public override string ToString() => $"{InterfaceAlias} ({AddressFamily}): send {WeakHostSend}, receive {WeakHostReceive}";

    private static Toggle? ValueOf(Field<Toggle> field) => field.TryGet(out Toggle value) ? value : null;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(InterfaceAlias), SafeText.Of(InterfaceAlias) },
        { "Stored", ViewText.Stored(this) },
    };
}
