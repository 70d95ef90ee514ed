using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using DsrReadiness.Cim;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Desired;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Netsh;
using Module = DsrReadiness.Commands.Tests.Contracts.Module;

namespace DsrReadiness.Commands.Tests.Errors;

public sealed class FailureTests
{
    public static TheoryData<string> Ids => [.. Module.Errors.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_failure_says_what_is_so_and_what_to_do(string id)
    {
        MethodInfo method = Module.Errors.Single(each => each.Name == id);

        var failure = (Failure)method.Invoke(null, [.. method.GetParameters().Select(parameter => Sample(parameter.ParameterType))])!;

        Assert.Equal(id, failure.Id);
        Assert.NotEqual(string.Empty, failure.Message);
        Assert.EndsWith(".", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.NotEqual(failure.Message, failure.RecommendedAction);
        Assert.NotNull(failure.Target);
    }

    /// <summary>Windows PowerShell shows nothing but the message, and PowerShell 7 shows both.</summary>
    [Fact]
    public void What_to_do_is_shown_by_both_editions()
    {
        Failure failure = Failures.NoCheckSelected(["M01"]);
        Assert.Equal("-Check and -ExcludeCheck leave no check, and a server that was asked nothing is not ready.", failure.Shown(isMessageAlone: false));
        Assert.Equal("-Check and -ExcludeCheck leave no check, and a server that was asked nothing is not ready. Exclude less.", failure.Shown(isMessageAlone: true));
    }

    [Fact]
    public void The_names_of_interfaces_come_from_servers_and_are_made_safe()
    {
        Failure failure = Failures.InterfaceNotFound(Some.Server("WEB01"), "\u001b[2J", ["\u001b]0;x\u0007"]);

        Assert.DoesNotContain('\u001b', failure.Message);
        Assert.Contains("\\u001B", failure.Message, StringComparison.Ordinal);
    }

    private static object? Sample(Type type)
    {
        if (type == typeof(string) || type == typeof(object))
            return "It is so.";
        if (type == typeof(DsrServer))
            return Some.Server("WEB01");
        if (type == typeof(Exception))
            return new IOException("It broke.");
        if (type == typeof(ServiceDefinitionException))
            return new ServiceDefinitionException("It makes no sense.");
        if (type == typeof(ServiceFileException))
            return new ServiceFileException("services.json", "it makes no sense");
        if (type == typeof(NetshTextException))
            return new NetshTextException("ipv4.txt", "it makes no sense");
        if (type == typeof(CimFailure))
            return new CimFailure(FailureKind.Unreachable, "It is not there.");
        if (type == typeof(ScriptRefusedException))
            return new ScriptRefusedException("It cannot be written.", "Do something.");
        if (type.IsAssignableFrom(typeof(string[])))
            return new[] { "one", "two" };
        if (type.IsAssignableFrom(typeof(DsrServer[])))
            return new[] { Some.Server("WEB01") };
        if (type.IsAssignableFrom(typeof(Refusal[])))
            return new[] { new Refusal("V01", "It is so.", "Do something.") };
        if (type == typeof(ApplyReport))
            return new ApplyReport(ApplyResult.Failed, null, [], "It failed.");
        if (type == typeof(SnapshotFormatException))
            return Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Read(new MemoryStream([1]), "file.json"));
        return type.IsEnum ? Enum.GetValues(type).GetValue(0) : RuntimeHelpers.GetUninitializedObject(type);
    }
}
