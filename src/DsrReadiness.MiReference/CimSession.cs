using System;
using Microsoft.Management.Infrastructure.Generic;
using Microsoft.Management.Infrastructure.Options;

namespace Microsoft.Management.Infrastructure;

public class CimSession : IDisposable
{
    internal CimSession() => throw OnlyToCompile.Reached;

    public string? ComputerName => throw OnlyToCompile.Reached;

    public static CimSession Create(string? computerName, CimSessionOptions sessionOptions) => throw OnlyToCompile.Reached;

    public CimAsyncMultipleResults<CimInstance> QueryInstancesAsync(
        string namespaceName, string queryDialect, string queryExpression, CimOperationOptions options) => throw OnlyToCompile.Reached;

    public CimAsyncResult<CimInstance> ModifyInstanceAsync(string namespaceName, CimInstance instance, CimOperationOptions options) =>
        throw OnlyToCompile.Reached;

    public CimAsyncResult<CimInstance> CreateInstanceAsync(string namespaceName, CimInstance instance, CimOperationOptions options) =>
        throw OnlyToCompile.Reached;

    public CimAsyncStatus DeleteInstanceAsync(string namespaceName, CimInstance instance, CimOperationOptions options) => throw OnlyToCompile.Reached;

    public CimAsyncMultipleResults<CimMethodResultBase> InvokeMethodAsync(
        string namespaceName, CimInstance instance, string methodName, CimMethodParametersCollection methodParameters, CimOperationOptions options) =>
        throw OnlyToCompile.Reached;

    public CimAsyncMultipleResults<CimMethodResultBase> InvokeMethodAsync(
        string namespaceName, string className, string methodName, CimMethodParametersCollection methodParameters, CimOperationOptions options) =>
        throw OnlyToCompile.Reached;

    public void Dispose() => throw OnlyToCompile.Reached;
}
