using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Time;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Brings one row to a state, store by store, and proves it by reading again. What Windows is known to refuse for a while is tried again, within a bound. Before each attempt it
/// looks again, and what somebody else has made of the row meanwhile is not overwritten. The only code that carries out an operation.
/// </summary>
internal sealed class ChangeExecutor(ICimWriter writer, IClock clock, RowFinder rows)
{
    /// <summary>How long Windows may take: a new adapter's IP rows were seen to take up to 30 seconds.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly MisplacedAddress _misplaced = new(rows);

    /// <summary>True once an operation said that Windows has to be restarted.</summary>
    public bool RestartNeeded { get; private set; }

    /// <summary>Brings the row to a state in each of the stores.</summary>
    /// <param name="look">Where.</param>
    /// <param name="seen">What was there when it was decided to change it, seen just now.</param>
    /// <param name="wanted">What it is to become in each store.</param>
    /// <param name="options">Options for a creation.</param>
    /// <param name="tell">Told of each operation.</param>
    /// <param name="cancellationToken">Ends it between two operations.</param>
    /// <returns>What was seen at the end.</returns>
    /// <exception cref="ChangeFailedException">It could not be brought there, or could not be seen to be there.</exception>
    public async Task<Sight> ReachAsync(
        Look look,
        Sight seen,
        IReadOnlyDictionary<CimStore, RowState> wanted,
        IReadOnlyList<CimAssignment> options,
        Action<string> tell,
        CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<CimStore, RowState> from = seen.Rows;
        foreach (IReadOnlyDictionary<CimStore, RowState> way in ChangeOperations.Ways(look.Row, from, wanted))
        {
            seen = await ReachDirectlyAsync(look, seen, from, way, options, tell, cancellationToken).ConfigureAwait(false);
            from = way;
        }

        return seen;
    }

    /// <summary>Waits until a row is as it must be.</summary>
    /// <exception cref="ChangeFailedException">It did not become so in time.</exception>
    public async Task ExpectAsync(RowExpectation expected, Look look, CancellationToken cancellationToken)
    {
        TimeSpan deadline = clock.Elapsed + s_patience;
        while (true)
        {
            RowState present = (await look.GlanceAsync(cancellationToken).ConfigureAwait(false)).Rows[expected.Store];
            if (ConditionComparison.Meets(expected.Row.Class, present, expected.State))
                return;
            bool isDuplicate = NetIPAddressClass.AddressState.Same(present[NetIPAddressClass.AddressState], (long)AddressState.Duplicate);
            if (isDuplicate || clock.Elapsed >= deadline)
                throw new ChangeFailedException(FailureKind.Timeout, $"{expected.Row} is {present} and was expected to become {expected.State}.");
            await clock.DelayAsync(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the adapter of a device that was just made is there.</summary>
    /// <exception cref="ChangeFailedException">It did not appear in time.</exception>
    public async Task WaitForAdapterAsync(InterfaceResolver interfaces, InterfaceRef made, CancellationToken cancellationToken)
    {
        TimeSpan deadline = clock.Elapsed + s_patience;
        while (await interfaces.FindAsync(made, cancellationToken).ConfigureAwait(false) is null)
        {
            if (clock.Elapsed >= deadline)
                throw new ChangeFailedException(FailureKind.Timeout, $"Device {interfaces.MadeInstanceId} was made, but its network adapter did not appear.");
            await clock.DelayAsync(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Not found and invalid parameter are what Windows says of a new adapter that is not yet complete, and of an address on an interface whose DHCP was only just
    /// switched off. They are no reason to try again elsewhere.
    /// </summary>
    private static bool IsWorthRetrying(FailureKind kind, RowSelector row) => kind switch
    {
        FailureKind.Transient => true,
        FailureKind.NotFound or FailureKind.InvalidParameter => row.On?.Kind == InterfaceRefKind.MadeByPlan,
        _ => false,
    };

    /// <summary>Each value must be what was seen or what is wanted. Of a row that this made itself, Windows may have filled in the rest.</summary>
    private static void RefuseWhatSomebodyChanged(
        RowSelector row, Sight now, IReadOnlyDictionary<CimStore, RowState> seen, IReadOnlyDictionary<CimStore, RowState> wanted, bool acted)
    {
        foreach (KeyValuePair<CimStore, RowState> each in now.Rows.Where(each => !(acted && !seen[each.Key].IsPresent)))
        {
            if (!RestoredState.IsBetween(each.Value, seen[each.Key], wanted[each.Key]))
            {
                throw new ChangeFailedException(
                    FailureKind.InvalidParameter, $"{row} is {each.Value} and was {seen[each.Key]} a moment ago: somebody changed it meanwhile. It is left as it is.");
            }
        }
    }

    private async Task<Sight> ReachDirectlyAsync(
        Look look,
        Sight now,
        IReadOnlyDictionary<CimStore, RowState> seen,
        IReadOnlyDictionary<CimStore, RowState> wanted,
        IReadOnlyList<CimAssignment> options,
        Action<string> tell,
        CancellationToken cancellationToken)
    {
        bool acted = false;
        foreach (CimStore store in wanted.Keys)
        {
            TimeSpan deadline = clock.Elapsed + s_patience;
            while (!now.Rows[store].Meets(wanted[store]))
            {
                if (!now.IsSure)
                    now = await look.TakeAsync(cancellationToken).ConfigureAwait(false);
                RefuseWhatSomebodyChanged(look.Row, now, seen, wanted, acted);
                VipGuard.Check(look.Row, now.On, wanted[store]);
                CimOperation? operation = ChangeOperations.ToReach(look.Row, store, now.On, now.Rows, wanted, options);
                if (operation is null)
                    break;
                tell(operation.ToString());
                acted = true;
                CimFailure? failure = await ExecuteAsync(operation, cancellationToken).ConfigureAwait(false);
                now = await SeeAfterAsync(look, now.On, operation, failure, wanted[store], tell, cancellationToken).ConfigureAwait(false);
                if (now.Rows[store].Meets(wanted[store]))
                    break;
                if (failure is not null && !IsWorthRetrying(failure.Kind, look.Row))
                    throw new ChangeFailedException(failure, operation.ToString()) { IsUnanswered = ChangeFailedException.LeavesOpen(failure) };
                if (clock.Elapsed >= deadline)
                {
                    throw failure is not null
                        ? new ChangeFailedException(failure, operation.ToString())
                        : new ChangeFailedException(FailureKind.Failed, $"After {operation}, {look.Row} is {now.Rows[store]} and not {wanted[store]}.");
                }

                await clock.DelayAsync(s_pause, cancellationToken).ConfigureAwait(false);
            }
        }

        return now;
    }

    private async Task<CimFailure?> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken)
    {
        CimOutcome outcome = await writer.ExecuteAsync(operation, cancellationToken).ConfigureAwait(false);
        RestartNeeded |= outcome.RestartNeeded;
        return outcome.Failure ?? MethodReturn.FailureOf(operation, outcome.ReturnValue);
    }

    /// <summary>
    /// What an operation made of the row. An interface that moved under it is looked for first: an address that was given by index may have landed on whatever has that index now, and
    /// is taken off again at once.
    /// </summary>
    private async Task<Sight> SeeAfterAsync(
        Look look,
        ResolvedInterface? used,
        CimOperation operation,
        CimFailure? failure,
        RowState wanted,
        Action<string> tell,
        CancellationToken cancellationToken)
    {
        bool isOpen = ChangeFailedException.LeavesOpen(failure);
        if (isOpen && cancellationToken.IsCancellationRequested)
            throw new ChangeFailedException(failure!, operation.ToString()) { IsUnanswered = true };
        Sight? after = null;
        ChangeFailedException? unseen = null;
        try
        {
            after = await look.GlanceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChangeFailedException e)
        {
            unseen = e;
        }

        if (used is not null && after?.On?.Index != used.Index)
            await TakeBackAsync(look, used, wanted, tell, cancellationToken).ConfigureAwait(false);
        if (after is not null)
            return after;
        throw isOpen
            ? new ChangeFailedException(failure!.Kind, $"{operation} failed: {failure} What became of it cannot be seen: {unseen!.Message}") { IsUnanswered = true }
            : unseen!;
    }

    private async Task TakeBackAsync(Look look, ResolvedInterface used, RowState wanted, Action<string> tell, CancellationToken cancellationToken)
    {
        if (look.Row.Class != NetIPAddressClass.Class || !wanted.IsPresent)
            return;
        foreach (CimStore store in look.Stores)
        {
            if (await _misplaced.ToRemoveAsync(look.Row, store, used, cancellationToken).ConfigureAwait(false) is not { } removal)
                continue;
            tell(removal.ToString());
            if (await ExecuteAsync(removal, cancellationToken).ConfigureAwait(false) is { } failure)
                throw new ChangeFailedException(failure, removal.ToString());
        }
    }
}
