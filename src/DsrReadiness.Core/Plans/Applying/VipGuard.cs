using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// The one rule that nothing overrides: no address is ever put on an interface that answers ARP or ND. The interface was looked up just now, by its hardware id.
/// </summary>
internal static class VipGuard
{
    /// <exception cref="ChangeFailedException">The change would.</exception>
    public static void Check(RowSelector row, ResolvedInterface? on, RowState wanted)
    {
        if (IsForbidden(row, on, wanted))
            throw new ChangeFailedException(FailureKind.NotSupported, $"{on?.Alias} answers ARP and ND: an address is never put there.");
    }

    public static bool IsForbidden(RowSelector row, ResolvedInterface? on, RowState wanted) =>
        row.Class == NetIPAddressClass.Class && wanted.IsPresent && on?.IsLoopback != true;
}
