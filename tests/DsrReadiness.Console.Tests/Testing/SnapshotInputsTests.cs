using System;
using System.IO;
using System.Linq;
using System.Threading;
using DsrReadiness.Console.Inputs;

namespace DsrReadiness.Console.Tests.Testing;

public sealed class SnapshotInputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pattern_never_means_the_file_that_is_written()
    {
        _folder.Write("a.json", string.Empty);
        string output = _folder.Write("verdicts.json", string.Empty);
        Assert.Equal([_folder["a.json"]], SnapshotInputs.Find([_folder["*.json"]], () => Stream.Null, CancellationToken.None, output).Select(input => input.Name));
    }

    [Fact]
    public void A_file_whose_name_is_a_pattern_is_that_file()
    {
        if (OperatingSystem.IsWindows())
            return; // No such names there.
        _folder.Write("a1.json", string.Empty);
        string odd = _folder.Write("a?.json", string.Empty);
        Assert.Equal([odd], SnapshotInputs.Find([odd], () => Stream.Null, CancellationToken.None).Select(input => input.Name));
    }

    [Fact]
    public void A_pattern_is_looked_up_when_its_turn_comes()
    {
        using var inputs = SnapshotInputs.Find([_folder.Write("a.json", string.Empty), _folder["late*.json"]], () => Stream.Null, CancellationToken.None).GetEnumerator();
        Assert.True(inputs.MoveNext());
        _folder.Write("late1.json", string.Empty);
        Assert.True(inputs.MoveNext());
        Assert.Equal(_folder["late1.json"], inputs.Current.Name);
    }
}
