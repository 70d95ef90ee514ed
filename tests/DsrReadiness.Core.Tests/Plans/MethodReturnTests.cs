using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Plans;

public sealed class MethodReturnTests
{
    [Theory]
    [InlineData("SetTcpipNetbios", 0u)]
    [InlineData("SetTcpipNetbios", 1u)]
    [InlineData("GetStringValue", 0u)]
    public void It_is_done(string method, uint value) => Assert.Null(FailureOf(method, value));

    [Theory]
    [InlineData("SetTcpipNetbios", 84u, FailureKind.Transient)]
    [InlineData("SetTcpipNetbios", 91u, FailureKind.AccessDenied)]
    [InlineData("SetTcpipNetbios", 5u, FailureKind.Failed)]
    [InlineData("GetStringValue", 1u, FailureKind.Failed)]
    [InlineData("GetStringValue", 5u, FailureKind.AccessDenied)]
    public void It_failed_as_the_method_counts(string method, uint value, FailureKind kind) => Assert.Equal(kind, FailureOf(method, value)?.Kind);

    [Theory]
    [InlineData("SetTcpipNetbios", 1u, true)]
    [InlineData("SetTcpipNetbios", 0u, false)]
    [InlineData("GetStringValue", 1u, false)]
    public void Only_the_one_of_SetTcpipNetbios_asks_for_a_restart(string method, uint value, bool expected) =>
        Assert.Equal(expected, MethodReturn.AsksForRestart(Call(method), value));

    private static CimFailure? FailureOf(string method, uint value) =>
        MethodReturn.FailureOf(Call(method), value);

    private static CimOperation Call(string method) =>
        CimOperation.Invoke(new CimQuery(method == "SetTcpipNetbios" ? NetworkAdapterConfigurationClass.Class : RegistryValueClass.Class, CimStore.None), method);
}
