using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>An address that a step put on the server, and that stands where the step did not put it.</summary>
internal static class StrayAddress
{
    /// <summary>Where the address stands, as a sentence with the cure; null if nowhere else, or if the step was for no address.</summary>
    public static string? Where(JournalStep step, Sight seen)
    {
        if (!step.Change.To.IsPresent || seen.Elsewhere.FirstOrDefault(row => row.Get(NetIPAddressClass.InterfaceIndex).HasValue) is not { } stray)
            return null;
        uint index = stray.Get(NetIPAddressClass.InterfaceIndex).Value;
        System.Net.IPAddress address = stray.Get(NetIPAddressClass.IPAddress).Value;
        return $"{address} stands on {stray.Get(NetIPAddressClass.InterfaceAlias).Or("interface " + index)}, where this run did not put it. "
            + $"If it does not belong there, run: {AddressCommands.Remove(index, address)}";
    }
}
