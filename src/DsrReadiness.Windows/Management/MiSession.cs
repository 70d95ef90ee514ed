using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;
using CimProperty = Microsoft.Management.Infrastructure.CimProperty;
using MiType = Microsoft.Management.Infrastructure.CimType;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// Windows Management Infrastructure itself. With <see cref="MiInstance"/> and <see cref="MiObserver{T}"/> this is all of the module that touches its types, and it decides nothing:
/// what is asked, with which types and options, was decided and tested before it came here.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="owns">True to dispose it; the user's own is never closed.</param>
internal sealed class MiSession(CimSession session, bool owns) : IMiSession
{
    /// <summary>
    /// As the engine of the in-box cmdlets sends them. A provider that does not know an option may then pass over it, so whoever sends one reads back what was done: a rule is created
    /// disabled, and enabled only once its conditions are seen to be there.
    /// </summary>
    private const bool MustComply = false;
    private const string QueryLanguage = "WQL";

    /// <summary>A session of our own.</summary>
    /// <param name="computerName">The computer, by WSMan; null for this one. Null takes the local transport, without WinRM, as programs in the field do.</param>
    /// <param name="timeout">How long an operation may take on the other side.</param>
    /// <exception cref="MiException">Windows refused.</exception>
    public static MiSession Open(string? computerName, TimeSpan timeout)
    {
        using CimSessionOptions options = computerName is null ? new DComSessionOptions() : new WSManSessionOptions();
        options.Timeout = timeout;
        try
        {
            return new MiSession(CimSession.Create(computerName, options), owns: true);
        }
        catch (CimException e)
        {
            throw Translated(e);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<IMiInstance>> QueryAsync(
        string @namespace, string wql, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) => TranslatingAsync<IReadOnlyList<IMiInstance>>(async () =>
    {
        using CimOperationOptions given = Options(options, cancellationToken);
        IReadOnlyList<CimInstance> found =
            await MiObserver<CimInstance>.DrainAsync(session.QueryInstancesAsync(@namespace, QueryLanguage, wql, given), cancellationToken).ConfigureAwait(false);
        return found.Select(instance => new MiInstance(instance)).ToArray();
    });

    /// <inheritdoc/>
    public Task ModifyAsync(
        string @namespace, IMiInstance instance, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) => TranslatingAsync(async () =>
    {
        CimInstance target = ((MiInstance)instance).Instance;
        // Setting a value is what marks a property as modified, and nothing else is (source of MMI). The instance was read for this call alone, so it need not be cloned first.
        foreach (MiValue each in properties)
        {
            CimProperty property = target.CimInstanceProperties[each.Name]
                ?? throw new MiException(new CimFailure(FailureKind.InvalidQuery, $"This Windows has no property {each.Name} there."));
            property.Value = each.Value;
        }

        using CimOperationOptions given = Options(options, cancellationToken);
        Free(await MiObserver<CimInstance>.DrainAsync(session.ModifyInstanceAsync(@namespace, target, given), cancellationToken).ConfigureAwait(false));
        return true;
    });

    /// <inheritdoc/>
    public Task CreateAsync(
        string @namespace, string className, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) => TranslatingAsync(async () =>
    {
        using var instance = new CimInstance(className, @namespace);
        // With its type: without one it would be that of the .NET value (source of MMI).
        foreach (MiValue each in properties)
            instance.CimInstanceProperties.Add(CimProperty.Create(each.Name, each.Value, TypeOf(each), CimFlags.None));
        using CimOperationOptions given = Options(options, cancellationToken);
        Free(await MiObserver<CimInstance>.DrainAsync(session.CreateInstanceAsync(@namespace, instance, given), cancellationToken).ConfigureAwait(false));
        return true;
    });

    /// <inheritdoc/>
    public Task DeleteAsync(string @namespace, IMiInstance instance, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) => TranslatingAsync(async () =>
    {
        using CimOperationOptions given = Options(options, cancellationToken);
        await MiObserver<object>.DrainAsync(session.DeleteInstanceAsync(@namespace, ((MiInstance)instance).Instance, given), cancellationToken).ConfigureAwait(false);
        return true;
    });

    /// <inheritdoc/>
    public Task<MiAnswer> InvokeAsync(
        string @namespace, string className, IMiInstance? instance, string method, IReadOnlyList<MiValue> parameters, CancellationToken cancellationToken) => TranslatingAsync(async () =>
    {
        using var given = new CimMethodParametersCollection();
        foreach (MiValue each in parameters)
            given.Add(CimMethodParameter.Create(each.Name, each.Value, TypeOf(each), CimFlags.In));
        using CimOperationOptions options = Options([], cancellationToken);
        IObservable<CimMethodResultBase> call = instance is MiInstance found
            ? session.InvokeMethodAsync(@namespace, found.Instance, method, given, options)
            : session.InvokeMethodAsync(@namespace, className, method, given, options);
        IReadOnlyList<CimMethodResultBase> results = await MiObserver<CimMethodResultBase>.DrainAsync(call, cancellationToken).ConfigureAwait(false);
        using CimMethodResult result = results.OfType<CimMethodResult>().SingleOrDefault() // the one that ends a method; others stream its out values, which nothing asks for
            ?? throw new MiException(new CimFailure(FailureKind.Malformed, $"{method} ended without a result."));
        return new MiAnswer(
            MiAnswer.NumberOf(method, result.ReturnValue?.Value),
            result.OutParameters.ToDictionary(each => each.Name, each => MiInstance.Plain(each.Value), StringComparer.OrdinalIgnoreCase));
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        if (owns)
            session.Dispose();
    }

    /// <summary>MI refuses not only in what an operation brings, but also while values and options are given to it.</summary>
    private static async Task<T> TranslatingAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (CimException e)
        {
            throw Translated(e);
        }
    }

    /// <summary>A refusal, without the types of MI.</summary>
    internal static MiException Translated(CimException refused) => new((uint)refused.NativeErrorCode, refused.MessageId, refused.Message, refused);

    /// <summary>What an MI type is called of which a value is sent.</summary>
    internal static MiType TypeOf(MiValue value) => (MiType)Enum.Parse(typeof(MiType), value.Type + (value.IsArray ? "Array" : string.Empty));

    private static CimOperationOptions Options(IReadOnlyList<MiValue> options, CancellationToken cancellationToken)
    {
        var given = new CimOperationOptions { CancellationToken = cancellationToken };
        foreach (MiValue each in options)
            // With its type: the overloads without one know no arrays, and take the wrong type for 64 bits (source of MMI).
            given.SetCustomOption(each.Name, each.Value ?? throw new ArgumentException($"Option {each.Name} has no value."), TypeOf(each), MustComply);
        return given;
    }

    private static void Free(IReadOnlyList<CimInstance> instances)
    {
        foreach (CimInstance each in instances)
            each.Dispose();
    }
}
