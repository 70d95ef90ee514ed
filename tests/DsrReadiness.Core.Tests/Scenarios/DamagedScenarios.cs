using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>Whatever is missing of a snapshot or makes no sense in it, every check has an answer that it declares.</summary>
public sealed class DamagedScenarios : ScenarioTest
{
    private static readonly DsrService s_service = Server.Service().DualStack().Probe("tcp/192.168.11.11:443").Clients("203.0.113.0/24", "2001:db8::/32");

    public static TheoryData<string> Classes => new(CimClasses.All.Select(@class => @class.Name));

    [Theory]
    [MemberData(nameof(Classes))]
    public void Any_reading_may_fail_or_be_empty(string name)
    {
        CimClass @class = CimClasses.Find(name)!;
        foreach (CimStore store in @class.HasStores ? new[] { CimStore.Active, CimStore.Persistent } : [CimStore.None])
        {
            Judge(Server.Ready().Fail(@class, store, FailureKind.AccessDenied), s_service);
            Server emptied = Server.Ready();
            emptied.Rows(@class, store).Clear();
            Judge(emptied, s_service);
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Any_property_may_be_null_or_malformed_or_out_of_range(string name)
    {
        CimClass @class = CimClasses.Find(name)!;
        foreach (CimProperty property in @class.Properties)
        {
            foreach (object? value in new object?[] { null, "banana", 4_294_967_295L })
            {
                Server server = Server.Ready();
                foreach ((CimClass Class, CimStore Store) reading in server.Readings().Where(reading => reading.Class == @class).ToArray())
                {
                    foreach (var row in server.Rows(reading.Class, reading.Store))
                        row[property] = value;
                }

                Judge(server, s_service);
            }
        }
    }
}
