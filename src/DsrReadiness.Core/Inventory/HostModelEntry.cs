using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;

namespace DsrReadiness.Inventory;

/// <summary>The host model of one interface in one family; a field is missing where its store was not read or has no such row.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Family">The family.</param>
/// <param name="Send">Weak host send as it is now.</param>
/// <param name="Receive">Weak host receive as it is now.</param>
/// <param name="PersistentSend">Weak host send as it is loaded at the next start.</param>
/// <param name="PersistentReceive">Weak host receive as it is loaded at the next start.</param>
internal sealed record HostModelEntry(
    HostInterface Interface,
    IPFamily Family,
    Field<Toggle> Send,
    Field<Toggle> Receive,
    Field<Toggle> PersistentSend,
    Field<Toggle> PersistentReceive);
