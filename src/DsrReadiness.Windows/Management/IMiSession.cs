using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// What is asked of Windows Management Infrastructure, in its own terms and without its types. Behind it stands <see cref="MiSession"/>, which decides nothing. All methods throw
/// <see cref="MiException"/> for what Windows refuses, and <see cref="OperationCanceledException"/> as soon as they are cancelled.
/// </summary>
internal interface IMiSession : IDisposable
{
    /// <summary>Runs a query to its end.</summary>
    Task<IReadOnlyList<IMiInstance>> QueryAsync(string @namespace, string wql, IReadOnlyList<MiValue> options, CancellationToken cancellationToken);

    /// <summary>Sets properties of an instance that was read, and of these alone marks that they changed.</summary>
    Task ModifyAsync(
        string @namespace, IMiInstance instance, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken);

    /// <summary>Creates an instance.</summary>
    Task CreateAsync(
        string @namespace, string className, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken);

    /// <summary>Deletes an instance that was read.</summary>
    Task DeleteAsync(string @namespace, IMiInstance instance, IReadOnlyList<MiValue> options, CancellationToken cancellationToken);

    /// <summary>Calls a method of an instance that was read, or a static one of a class.</summary>
    Task<MiAnswer> InvokeAsync(
        string @namespace, string className, IMiInstance? instance, string method, IReadOnlyList<MiValue> parameters, CancellationToken cancellationToken);
}
