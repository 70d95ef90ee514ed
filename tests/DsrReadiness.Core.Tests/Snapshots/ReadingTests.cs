using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots;

public sealed class ReadingTests
{
    [Fact]
    public void Types_every_row()
    {
        Reading<ConnectionProfile> reading = Map(2L, 7L);
        Assert.True(reading.TryGet(out System.Collections.Generic.IReadOnlyList<ConnectionProfile>? rows, out CimFailure? failure));
        Assert.Null(failure);
        Assert.Equal([2u, 7u], rows.Select(row => row.InterfaceIndex));
    }

    [Fact]
    public void Without_rows_is_no_failure() => Assert.Empty(Map().Rows!);

    [Fact]
    public void Keeps_the_failure_of_what_was_read()
    {
        var denied = new CimFailure(FailureKind.AccessDenied, "no");
        var reading = Reading<ConnectionProfile>.Map(
            CimReading.Failed(NetConnectionProfileClass.Class, CimStore.None, denied), row => new ConnectionProfile(row));
        Assert.False(reading.TryGet(out System.Collections.Generic.IReadOnlyList<ConnectionProfile>? rows, out CimFailure? failure));
        Assert.Null(rows);
        Assert.Same(denied, failure);
    }

    [Theory]
    [InlineData(null, "in row 2 of 3, InterfaceIndex is NULL")]
    [InlineData("seven", "in row 2 of 3, InterfaceIndex is unreadable ('seven')")]
    [InlineData(-7L, "in row 2 of 3, InterfaceIndex is unreadable ('-7')")]
    public void Fails_as_a_whole_and_names_the_row_that_cannot_be_told_apart(object? index, string message)
    {
        Reading<ConnectionProfile> reading = Map(2L, index, 7L);
        Assert.Null(reading.Rows);
        Assert.Equal((FailureKind.Malformed, message), (reading.Failure!.Kind, reading.Failure.Message));
    }

    [Theory]
    [InlineData(CimStore.Active, "MSFT_NetIPInterface (active store)")]
    [InlineData(CimStore.Persistent, "MSFT_NetIPInterface (persistent store)")]
    [InlineData(CimStore.None, "MSFT_NetIPInterface")]
    public void Is_named_after_class_and_store(CimStore store, string name) =>
        Assert.Equal(name, Reading<IPInterface>.Map(CimReading.Of(NetIPInterfaceClass.Class, store, []), row => new IPInterface(row)).Name);

    private static Reading<ConnectionProfile> Map(params object?[] indexes) => Reading<ConnectionProfile>.Map(
        CimReading.Of(
            NetConnectionProfileClass.Class,
            CimStore.None,
            indexes.Select(index => Rows.Of(NetConnectionProfileClass.Class, (NetConnectionProfileClass.InterfaceIndex, index))).ToArray()),
        row => new ConnectionProfile(row));
}
