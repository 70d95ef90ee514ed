using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Time;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Brings one row to a state, store by store, and proves it by reading again. What Windows is known to refuse for a while is tried again, within a bound. The only
/// code that carries out an operation.
/// </summary>
internal sealed class ChangeExecutor(ICimReader reader, ICimWriter writer, IClock clock)
{
    /// <summary>How long Windows may take: a new adapter's IP rows were seen to take up to 30 seconds.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly RowFinder _rows = new(reader);

    /// <summary>True once an operation said that Windows has to be restarted.</summary>
    public bool RestartNeeded { get; private set; }

    /// <summary>Brings the row to a state in each of the stores.</summary>
    /// <exception cref="ChangeFailedException">It could not be brought there, or could not be seen to be there.</exception>
    public async Task ReachAsync(
        RowSelector row,
        ResolvedInterface? on,
        IReadOnlyDictionary<CimStore, RowState> wanted,
        IReadOnlyList<CimAssignment> options,
        Action<string> tell,
        CancellationToken cancellationToken)
    {
        CimStore[] stores = [.. wanted.Keys];
        foreach (CimStore store in stores)
        {
            TimeSpan deadline = clock.Elapsed + s_patience;
            while (true)
            {
                Dictionary<CimStore, RowState> present = await _rows.ReadAsync(row, stores, on, cancellationToken).ConfigureAwait(false);
                CimOperation? operation = ChangeOperations.ToReach(row, store, on, present, wanted, options);
                if (operation is null)
                    break;
                tell(operation.ToString());
                CimFailure? failure = await ExecuteAsync(operation, cancellationToken).ConfigureAwait(false);
                RowState after = await _rows.ReadAsync(row, store, on, cancellationToken).ConfigureAwait(false);
                if (after.Meets(wanted[store]))
                    break;
                if (failure is not null && !IsWorthRetrying(failure.Kind, row))
                    throw new ChangeFailedException(failure, operation.ToString());
                if (clock.Elapsed >= deadline)
                {
                    throw failure is not null
                        ? new ChangeFailedException(failure, operation.ToString())
                        : new ChangeFailedException(FailureKind.Failed, $"After {operation}, {row} is {after} and not {wanted[store]}.");
                }

                await clock.DelayAsync(s_pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until a row is as it must be.</summary>
    /// <exception cref="ChangeFailedException">It did not become so in time.</exception>
    public async Task ExpectAsync(RowExpectation expected, ResolvedInterface? on, CancellationToken cancellationToken)
    {
        TimeSpan deadline = clock.Elapsed + s_patience;
        while (true)
        {
            RowState present = await _rows.ReadAsync(expected.Row, expected.Store, on, cancellationToken).ConfigureAwait(false);
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

    private async Task<CimFailure?> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken)
    {
        CimOutcome outcome = await writer.ExecuteAsync(operation, cancellationToken).ConfigureAwait(false);
        RestartNeeded |= outcome.RestartNeeded;
        return outcome.Failure ?? MethodReturn.FailureOf(operation, outcome.ReturnValue);
    }
}
