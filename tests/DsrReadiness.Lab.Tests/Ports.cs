using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Time;

namespace DsrReadiness.Lab.Tests;

/// <summary>One server as its users see it: the ports and nothing else.</summary>
public sealed class Ports(ICimReader reader, ICimWriter writer, ILoopbackDevices devices, IClock clock)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public ICimReader Reader { get; } = reader;

    public ICimWriter Writer { get; } = writer;

    public ILoopbackDevices Devices { get; } = devices;

    public IClock Clock { get; } = clock;

    public static Ports Of(LabServer server) => new(server, server, server, server.Clock);

    public async Task<IReadOnlyList<CimRow>> RowsAsync(CimQuery query)
    {
        CimReading reading = await Reader.ReadAsync(query, CancellationToken.None);
        Assert.True(reading.Failure is null, query + ": " + reading.Failure);
        return reading.Rows!;
    }

    public async Task<CimRow> RowAsync(CimQuery query) => Assert.Single(await RowsAsync(query));

    public Task<CimOutcome> TryAsync(CimOperation operation) => Writer.ExecuteAsync(operation, CancellationToken.None);

    public async Task DoAsync(CimOperation operation)
    {
        CimOutcome outcome = await TryAsync(operation);
        Assert.True(outcome.Failure is null && outcome.ReturnValue == 0, $"{operation}: {outcome.Failure} {outcome.ReturnValue}");
    }

    public async Task RefusesAsync(FailureKind kind, CimOperation operation)
    {
        CimOutcome outcome = await TryAsync(operation);
        Assert.True(outcome.Failure?.Kind == kind, $"{operation}: {outcome.Failure?.ToString() ?? "done"}");
    }

    /// <summary>Waits until a query has rows that are as they should be.</summary>
    public async Task<CimRow> WaitForAsync(CimQuery query, Func<CimRow, bool>? condition = null)
    {
        DateTimeOffset end = Clock.UtcNow + s_patience;
        while (Clock.UtcNow < end)
        {
            if ((await RowsAsync(query)).FirstOrDefault(condition ?? (_ => true)) is { } row)
                return row;
            await Clock.DelayAsync(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        }

        throw new TimeoutException("Never came: " + query);
    }
}
