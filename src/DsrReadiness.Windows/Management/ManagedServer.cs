using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Windows.Names;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// A Windows server behind the ports, by way of Windows Management Infrastructure. All that is asked at once is on its way at once. Which store is meant travels as an option with
/// every call, also with those that follow a reading: MI remembers nothing.
/// </summary>
/// <param name="session">The way to the server. Whoever made it disposes it.</param>
/// <param name="name">What the server is called until it has said itself what it is called.</param>
/// <param name="names">Answers what DNS says of the server.</param>
/// <param name="timeout">How long a call may take.</param>
internal sealed class ManagedServer(IMiSession session, string name, INameServers names, TimeSpan timeout) : ICimReader, ICimWriter
{
    /// <summary>What the network classes call their stores, in options and in method parameters alike.</summary>
    private const string PolicyStore = nameof(PolicyStore);
    private const string Store = nameof(Store);
    private const string FirewallRulePrefix = "MSFT|FW|FirewallRule|";
    private const string SecurityRulePrefix = "MSFT|FW|ConSecRule|";

    private readonly CallLimit _limit = new(timeout);

    /// <inheritdoc/>
    public string ComputerName { get; private set; } = name;

    /// <inheritdoc/>
    public async Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CimReading reading = await _limit.ReadAsync(
            bounded => QueryAsync(query, bounded), failure => CimReading.Failed(query.Class, query.Store, failure), cancellationToken).ConfigureAwait(false);
        if (query.Class == ComputerSystemClass.Class && reading.Rows?.Count == 1 && reading.Rows[0].Get(ComputerSystemClass.Name).TryGet(out string own))
            ComputerName = own;
        return reading;
    }

    /// <inheritdoc/>
    public Task<CimOutcome> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<MiValue> values;
        IReadOnlyList<MiValue> options;
        try
        {
            values = MiValue.Of(operation.Assignments);
            options = [.. OptionsOf(operation.Target), .. MiValue.Of(operation.Options)];
        }
        catch (ArgumentException e)
        {
            return Task.FromResult(CimOutcome.Failed(new CimFailure(FailureKind.InvalidParameter, e.Message)));
        }

        return _limit.ChangeAsync(abandoned => ChangeAsync(operation, values, options, abandoned), CimOutcome.Failed, cancellationToken);
    }

    private Task<CimReading> QueryAsync(CimQuery query, CancellationToken cancellationToken)
    {
        if (query.Class == RegistryValueClass.Class)
            return new RegistryReader(session, this).ReadAsync(query, cancellationToken);
        if (query.Class == SmbServerConfigurationClass.Class)
            return ReadByMethodAsync(query, SmbServerConfigurationClass.Method, SmbServerConfigurationClass.Output, cancellationToken);
        if (query.Class == HttpCertificateClass.Class)
            return new CertificateReader(session).ReadAsync(query, cancellationToken);
        if (query.Class == SiteBindingClass.Class)
            return new SiteReader(session).ReadAsync(query, cancellationToken);
        if (query.Class == DnsAnswerClass.Class)
            return new DnsReader(this, names).ReadAsync(query, cancellationToken);
        return query.Class.Evidence == CimEvidence.Own
            ? Task.FromResult(CimReading.Failed(query.Class, query.Store, new CimFailure(FailureKind.InvalidClass, $"{query.Class} is not a class of Windows.")))
            : ReadRowsAsync(query, cancellationToken);
    }

    /// <summary>A class whose one row is what a method of its own hands out.</summary>
    private async Task<CimReading> ReadByMethodAsync(CimQuery query, string method, string output, CancellationToken cancellationToken)
    {
        MiAnswer answer = await session.InvokeAsync(query.Class.Namespace, query.Class.Name, null, method, [], cancellationToken).ConfigureAwait(false);
        return answer.ReturnValue == 0 && answer[output] is IReadOnlyDictionary<string, object?> values
            ? CimReading.Of(query.Class, query.Store, [CimRow.From(query.Class, values.Select(each => new KeyValuePair<string, object?>(each.Key, RawValue.Of(each.Value))))])
            : CimReading.Failed(query.Class, query.Store, new CimFailure(FailureKind.Failed, $"{method} returned {answer.ReturnValue}, and no {output}."));
    }

    private async Task<CimReading> ReadRowsAsync(CimQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<IMiInstance> instances =
            await session.QueryAsync(query.Class.Namespace, Wql.ToRead(query), OptionsOf(query), cancellationToken).ConfigureAwait(false);
        try
        {
            IEnumerable<IMiInstance> ours = Wql.MixesRules(query.Class) ? OfRules(instances) : instances;
            return instances.Any(each => IsOfOtherStore(each, query.Store))
                ? CimReading.Failed(
                    query.Class, query.Store, new CimFailure(FailureKind.Malformed, $"Asked for the {query.Store} store, the server answered with rows of the other."))
                : CimReading.Of(query.Class, query.Store, [.. ours.Select(each => ToRow(each, query.Class))]);
        }
        finally
        {
            foreach (IMiInstance instance in instances)
                instance.Dispose();
        }
    }

    private async Task<CimOutcome> ChangeAsync(
        CimOperation operation, IReadOnlyList<MiValue> values, IReadOnlyList<MiValue> options, CancellationToken cancellationToken)
    {
        CimQuery target = operation.Target;
        if (operation.Verb == CimVerb.Create)
        {
            await session.CreateAsync(target.Class.Namespace, target.Class.Name, values, options, cancellationToken).ConfigureAwait(false);
            return CimOutcome.Done();
        }

        if (target.Conditions.Count == 0)
            return await InvokeAsync(operation, null, values, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<IMiInstance> found =
            await session.QueryAsync(target.Class.Namespace, Wql.ToChange(target), OptionsOf(target), cancellationToken).ConfigureAwait(false);
        try
        {
            return found.Count == 1
                ? await ChangeAsync(operation, found[0], values, options, cancellationToken).ConfigureAwait(false)
                : CimOutcome.Failed(NotOne(target, found.Count));
        }
        finally
        {
            foreach (IMiInstance instance in found)
                instance.Dispose();
        }
    }

    private async Task<CimOutcome> ChangeAsync(
        CimOperation operation, IMiInstance instance, IReadOnlyList<MiValue> values, IReadOnlyList<MiValue> options, CancellationToken cancellationToken)
    {
        string @namespace = operation.Target.Class.Namespace;
        switch (operation.Verb)
        {
            case CimVerb.Modify:
                await session.ModifyAsync(@namespace, instance, values, options, cancellationToken).ConfigureAwait(false);
                return CimOutcome.Done();
            case CimVerb.Delete:
                await session.DeleteAsync(@namespace, instance, options, cancellationToken).ConfigureAwait(false);
                return CimOutcome.Done();
            default:
                return await InvokeAsync(operation, instance, values, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CimOutcome> InvokeAsync(
        CimOperation operation, IMiInstance? instance, IReadOnlyList<MiValue> parameters, CancellationToken cancellationToken)
    {
        CimClass @class = operation.Target.Class;
        MiAnswer answer =
            await session.InvokeAsync(@class.Namespace, @class.Name, instance, operation.Method!, parameters, cancellationToken).ConfigureAwait(false);
        return CimOutcome.Done(answer.ReturnValue, MethodReturn.AsksForRestart(operation, answer.ReturnValue));
    }

    private static CimFailure NotOne(CimQuery target, int count) => count == 0
        ? new CimFailure(FailureKind.NotFound, $"There is no row for {target}.")
        : new CimFailure(FailureKind.InvalidParameter, $"There are {count} rows for {target}, and the change is for one.");

    private static IReadOnlyList<MiValue> OptionsOf(CimQuery query) => query.Store switch
    {
        CimStore.Active => [MiValue.Text(PolicyStore, "ActiveStore")],
        CimStore.Persistent => [MiValue.Text(PolicyStore, "PersistentStore")],
        _ => [],
    };

    /// <summary>Rows of classes that have a store each say of which they are: 1 is the active one, 0 the persistent one. Others do not say.</summary>
    private static bool IsOfOtherStore(IMiInstance instance, CimStore store) =>
        store != CimStore.None && instance.TryGet(Store, out object? value) && RawValue.Of(value) is long number && number != (store == CimStore.Active ? 1 : 0);

    /// <summary>
    /// The filter classes hold the conditions of firewall rules, of connection security rules (their names as published captures have them) and of others. Rows name their rule by its id
    /// alone: where two kinds share one, the firewall rule's row counts.
    /// </summary>
    private static IEnumerable<IMiInstance> OfRules(IReadOnlyList<IMiInstance> instances)
    {
        IMiInstance[] ofSecurity = [.. instances.Where(each => IsOf(each, SecurityRulePrefix))];
        if (ofSecurity.Length == 0)
            return instances.Where(each => IsOf(each, FirewallRulePrefix));
        IMiInstance[] ofFirewall = [.. instances.Where(each => IsOf(each, FirewallRulePrefix))];
        var taken = new HashSet<string?>(ofFirewall.Select(IdOf), StringComparer.OrdinalIgnoreCase);
        return ofFirewall.Concat(ofSecurity.Where(each => !IsOf(each, FirewallRulePrefix) && !taken.Contains(IdOf(each))));
    }

    /// <summary>What does not say whose it is counts as any.</summary>
    private static bool IsOf(IMiInstance instance, string prefix) =>
        !instance.TryGet(Wql.CreationClassName, out object? value) || value is not string text || text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string? IdOf(IMiInstance instance) => instance.TryGet(NetFirewallRuleClass.InstanceId.Name, out object? value) ? value as string : null;

    private static CimRow ToRow(IMiInstance instance, CimClass @class)
    {
        var values = new List<KeyValuePair<string, object?>>();
        foreach (CimProperty property in @class.Properties)
        {
            if (instance.TryGet(property.Name, out object? value))
                values.Add(new KeyValuePair<string, object?>(property.Name, RawValue.Of(value)));
        }

        return CimRow.From(@class, values);
    }
}
