using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Reports;

/// <summary>Plans made by hand, to be shown.</summary>
internal static class SomePlan
{
    public static Change Change(string checkId, string text, string? warning = null) => new()
    {
        CheckId = checkId,
        Text = text,
        Warning = warning,
        Row = new RowSelector(LoopbackDeviceClass.Class, null),
        Stores = [CimStore.None],
        To = RowState.Present(),
    };

    public static Plan Of(IReadOnlyList<Change> changes, params IReadOnlyList<Refusal> refusals) => Named("WEB01", changes, refusals);

    public static Plan Named(string computerName, IReadOnlyList<Change> changes, params IReadOnlyList<Refusal> refusals) =>
        new(computerName, Server.Service(), changes, refusals);
}
