namespace DsrReadiness.Lab.Tests.Contracts;

/// <summary>The lab, where a change that names no store reaches both.</summary>
public sealed class LabPortContractTests : PortContractTests
{
    protected override Ports Server { get; } = Ports.Of(Some.Server());
}
