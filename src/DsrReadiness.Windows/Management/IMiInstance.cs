using System;

namespace DsrReadiness.Windows.Management;

/// <summary>An instance that Windows handed out.</summary>
internal interface IMiInstance : IDisposable
{
    /// <summary>The .NET value of a property; false if the instance does not have it.</summary>
    bool TryGet(string property, out object? value);
}
