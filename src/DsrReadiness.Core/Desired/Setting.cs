using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Releases;

namespace DsrReadiness.Desired;

/// <summary>
/// One thing that is so on a prepared server, and all that is known of it: where it is, the check that asks for it, the steps to it, what takes it back, its words, and its commands
/// for each release of Windows. The only way in which a change is made, described or advised.
/// </summary>
/// <param name="On">The interface; null for what belongs to none.</param>
internal abstract record Setting(Place? On)
{
    /// <summary>What it is called in a journal.</summary>
    public string Name => GetType().Name;

    /// <summary>The check that asks for it.</summary>
    public abstract string CheckId { get; }

    /// <summary>The checks that it sets right.</summary>
    public virtual IReadOnlyList<string> Answers => [CheckId];

    /// <summary>What is done to a server, in a sentence.</summary>
    public abstract string Text { get; }

    /// <summary>The same in words that hold nothing of a server's.</summary>
    public abstract string Words { get; }

    /// <summary>Why a script does not take it back, where there is nothing to take back to.</summary>
    public virtual string Stays => "This stays.";

    /// <summary>What is said before it is done.</summary>
    protected virtual string? Warning => null;

    /// <summary>True if it serves every VIP of the server and has to stay while any is left.</summary>
    protected virtual bool IsShared => true;

    /// <summary>True if there is nothing to do where there is no such row.</summary>
    protected virtual bool MayBeAbsent => false;

    /// <summary>True if it takes what serves the VIP away.</summary>
    public virtual bool? IsAway => null;

    /// <summary>The same interface, for a setting that always has one.</summary>
    protected Place Interface => On!;

    protected abstract RowSelector Row { get; }

    /// <summary>Where it is held: all stores of its class, where not but one of them has it.</summary>
    protected virtual IReadOnlyList<CimStore> Stores => Row.Class.HasStores ? [CimStore.Active, CimStore.Persistent] : [CimStore.None];

    protected abstract RowState To { get; }

    /// <summary>Other rows that must be so afterwards.</summary>
    protected virtual IReadOnlyList<RowExpectation> Proofs => [];

    /// <summary>False where a release does not have it, so that there is nothing to do there.</summary>
    public virtual bool Exists(ReleaseFacts facts) => true;

    /// <summary>The steps that are still needed.</summary>
    public virtual IEnumerable<Change> Missing(Now now)
    {
        Dictionary<CimStore, RowState>? from = now.Read(Row, Stores, On);
        if (from is not null && from.Count == Stores.Count && from.Values.All(state => RestoredState.IsMet(state, To) || (MayBeAbsent && !state.IsPresent)))
            return [];
        return To.IsPresent
            ? [Step(from?.Where(pair => pair.Value.IsPresent).ToDictionary(pair => pair.Key, pair => Narrow(pair.Value)))] // A disabled adapter has no rows until it is enabled.
            : from!.Values.Any(state => state.IsPresent) ? [Step(from)] : [];
    }

    /// <summary>The setting that was there before; null where a script has nothing to put back.</summary>
    /// <param name="before">The row, or that there was none; null if it is not known, so that Windows' own default stands for it.</param>
    public abstract Setting? Before(RowState? before);

    public abstract ShellText PowerShell(Shell shell);

    /// <summary>For a batch file of Vista, Server 2008 and later.</summary>
    public abstract ShellText Netsh(Shell shell);

    /// <summary>For a batch file of Windows 2000, XP and Server 2003.</summary>
    public virtual ShellText Classic(Shell shell) => Netsh(shell) with { Commands = [], Looks = [] };

    /// <summary>The commands that make it so on the server that was looked at, one a line and without a full stop.</summary>
    public string Command => string.Join("\n", PowerShell(Shell.Line).Commands);

    protected Change Step(
        IReadOnlyDictionary<CimStore, RowState>? from,
        string? text = null,
        RowState? to = null,
        IEnumerable<CimAssignment>? options = null,
        RowState? settles = null,
        IReadOnlyList<RowExpectation>? proofs = null) => new()
        {
            Text = text ?? Text,
            CheckId = CheckId,
            Row = Row,
            Stores = Stores,
            To = to ?? To,
            From = from,
            Options = [.. options ?? []],
            Settles = settles,
            Proofs = proofs ?? Proofs,
            Warning = Warning,
            MayBeAbsent = MayBeAbsent,
            IsShared = IsShared,
            Setting = this,
        };

    /// <summary>The condition that picks the row of one family.</summary>
    protected static CimCondition Of(IPFamily family) => new(NetIPInterfaceClass.AddressFamily, (long)family);

    protected static string Context(IPFamily family) => family == IPFamily.IPv4 ? "ipv4" : "ipv6";

    private RowState Narrow(RowState state) => RowState.Present(To.Values.Keys.ToDictionary(each => each, each => state[each]));
}
