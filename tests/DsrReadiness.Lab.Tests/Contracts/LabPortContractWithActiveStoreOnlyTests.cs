namespace DsrReadiness.Lab.Tests.Contracts;

/// <summary>The lab, where a change that names no store reaches the running state alone.</summary>
public sealed class LabPortContractWithActiveStoreOnlyTests : PortContractTests
{
    protected override Ports Server { get; } = Ports.Of(Some.Server(LabOmittedStore.ActiveStoreOnly));
}
