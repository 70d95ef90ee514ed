using System;
using System.IO;
using System.Linq;
using System.Reflection;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Collector;

public sealed class CollectorDriftTests
{
    /// <summary>The list is made of the contracts: <c>DSR_UPDATE_COLLECTOR=1</c> writes it anew.</summary>
    [Fact]
    public void Reads_every_contracted_class_with_its_stores_and_properties()
    {
        string[] expected = [.. CimClasses.All.Where(each => each.Evidence != CimEvidence.Own).Select(LineOf)];
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_COLLECTOR") == "1")
            CollectorScript.WriteLines(expected);
        Assert.Equal(expected, CollectorScript.Lines);
    }

    [Fact]
    public void Reads_every_registry_value_that_checks_look_at() => Assert.Equal(
        RegistryNames.All.Select(each => each.Key + "|" + each.Value).Order(),
        CollectorScript.Text.Split("$registry = @'\n")[1].Split("\n'@")[0].Split('\n')
            .SelectMany(line => line.Split('|')[1].Split(',').Select(name => line.Split('|')[0] + "|" + name)).Order());

    [Fact]
    public void Signs_with_the_version_of_the_project()
    {
        string version = typeof(Snapshot).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        Assert.Contains($"\"collector\": \"Save-DsrSnapshot {version}\"", CollectorScript.Text);
    }

    [Fact]
    public void Names_the_format_that_is_read() => Assert.Contains($"\"format\": \"{SnapshotFile.Format}\"", CollectorScript.Text);

    [Fact]
    public void Names_only_kinds_of_failure_that_there_are()
    {
        string[] kinds = CollectorScript.Text.Split("$kinds = @{")[1].Split('}')[0]
            .Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('\'')[1])
            .ToArray();
        Assert.Equal(10, kinds.Length);
        Assert.All(kinds, kind => Assert.True(Enum.TryParse<FailureKind>(kind, out _), kind));
    }

    /// <summary>Windows PowerShell takes a file without byte order mark to be in the code page of the computer.</summary>
    [Fact]
    public void Is_plain_ascii() => Assert.All(File.ReadAllBytes(CollectorScript.FilePath), each => Assert.InRange(each, (byte)'\n', (byte)'~'));

    /// <summary>Who runs it on a production server has read it before.</summary>
    [Fact]
    public void Is_short() => Assert.InRange(CollectorScript.Text.Count(each => each == '\n'), 50, 380);

    private static string LineOf(CimClass contract) => string.Join(
        ' ',
        contract.Namespace,
        contract.Name,
        contract.HasStores ? "Active,Persistent" : "-",
        string.Join(',', contract.Properties.Select(property => property.Name)));
}
