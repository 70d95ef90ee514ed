using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Inventory;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>The host model of one interface in one family. A value that was not read, or that nobody ever set, is null.</summary>
public sealed class DsrWeakHost : DsrObject
{
    internal DsrWeakHost(DsrServer server, string computerName, HostModelEntry entry)
    {
        Server = server;
        ComputerName = computerName;
        InterfaceAlias = entry.Interface.Alias;
        InterfaceIndex = entry.Interface.Index;
        IsLoopback = entry.Interface.IsLoopback;
        AddressFamily = entry.Family;
        WeakHostSend = ValueOf(entry.Send);
        WeakHostReceive = ValueOf(entry.Receive);
        PersistentWeakHostSend = ValueOf(entry.PersistentSend);
        PersistentWeakHostReceive = ValueOf(entry.PersistentReceive);
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>The connection name.</summary>
    public string InterfaceAlias { get; }

    /// <summary>The interface index.</summary>
    public uint InterfaceIndex { get; }

    /// <summary>True for a KM-TEST adapter and for the built-in loopback.</summary>
    public bool IsLoopback { get; }

    /// <summary>The family.</summary>
    public IPFamily AddressFamily { get; }

    /// <summary>Whether packets may leave by it that have the address of another interface.</summary>
    public Toggle? WeakHostSend { get; }

    /// <summary>Whether packets may come in by it that are for the address of another interface.</summary>
    public Toggle? WeakHostReceive { get; }

    /// <summary>What weak host send will be after the next start; nobody ever set it if null, and then it is disabled.</summary>
    public Toggle? PersistentWeakHostSend { get; }

    /// <summary>What weak host receive will be after the next start; nobody ever set it if null, and then it is disabled.</summary>
    public Toggle? PersistentWeakHostReceive { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{InterfaceAlias} ({AddressFamily}): send {WeakHostSend}, receive {WeakHostReceive}";

    private static Toggle? ValueOf(Field<Toggle> field) => field.TryGet(out Toggle value) ? value : null;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(InterfaceAlias), SafeText.Of(InterfaceAlias) },
        { "Stored", ViewText.Stored(this) },
    };
}
