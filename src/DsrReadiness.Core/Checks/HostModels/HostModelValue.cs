using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A setting as it was read of one interface, in one family and store.</summary>
/// <param name="On">The interface that it was read of.</param>
/// <param name="Family">The IP family.</param>
/// <param name="Name">The setting, its interface, family and store, for people.</param>
/// <param name="Value">The value as it was read.</param>
/// <param name="Text">The value as it was read, for people.</param>
/// <param name="IsProven">False for a NULL of the persistent store whose row has nothing else either: what the next start brings then is not proven.</param>
/// <param name="Forwards">True if the interface passes on what is for others.</param>
internal sealed record HostModelValue(HostInterface On, IPFamily Family, string Name, Toggle Value, string Text, bool IsProven = true, bool Forwards = false);
