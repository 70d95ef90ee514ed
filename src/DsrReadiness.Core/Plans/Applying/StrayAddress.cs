using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>Looks for an address that a step put on the server where it is, and not only where the step put it.</summary>
internal sealed class StrayAddress(ICimReader reader)
{
    private readonly RowFinder _rows = new(reader);

    /// <summary>Where else the address stands, as a sentence with the cure; null if nowhere, or if the step was for no address.</summary>
    /// <param name="step">The step.</param>
    /// <param name="on">The interface that the step put it on, as just found; null if that is gone.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ChangeFailedException">It cannot be seen.</exception>
    public async Task<string?> WhereAsync(JournalStep step, ResolvedInterface? on, CancellationToken cancellationToken)
    {
        if (step.Change.Row.Class != NetIPAddressClass.Class || !step.Change.To.IsPresent)
            return null;
        foreach (CimStore store in step.Change.Stores)
        {
            IReadOnlyList<CimRow> rows = await _rows.ReadAllAsync(new CimQuery(NetIPAddressClass.Class, store, step.Change.Row.Where), cancellationToken).ConfigureAwait(false);
            if (rows.FirstOrDefault(row => row.Get(NetIPAddressClass.InterfaceIndex).TryGet(out uint index) && index != on?.Index) is not { } stray)
                continue;
            uint index = stray.Get(NetIPAddressClass.InterfaceIndex).Value;
            System.Net.IPAddress address = stray.Get(NetIPAddressClass.IPAddress).Value;
            return $"{address} stands on {stray.Get(NetIPAddressClass.InterfaceAlias).Or("interface " + index)}, where this run did not put it. "
                + $"If it does not belong there, run: {AddressCommands.Remove(index, address)}";
        }

        return null;
    }
}
