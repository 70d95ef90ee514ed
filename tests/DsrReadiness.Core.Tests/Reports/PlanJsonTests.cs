using System.IO;
using System.Text;
using System.Text.Json;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Reports;

namespace DsrReadiness.Tests.Reports;

public sealed class PlanJsonTests
{
    [Fact]
    public void No_plan_is_an_empty_array() => Assert.Equal("[]\n", Encoding.UTF8.GetString(Write()));

    [Fact]
    public void Holds_the_members_of_the_contract_and_no_others()
    {
        byte[] json = Write(
            SomePlan.Of([SomePlan.Change("V03", "Off.", "Mind \u001b it."), SomePlan.Change("A01", "Make.")], new Refusal("S01", "Why.", "Do.", "Set-X\nSet-Y"), new Refusal("H01", "Why.", null)),
            SomePlan.Named("WEB02", []));
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(
            """
            [{"computerName":"WEB01","service":{"name":null,"virtualIPAddress":["192.168.11.50"],"port":["tcp/443"]},"changes":[{"check":"V03","text":"Off.","warning":"Mind \u001B it."},{"check":"A01","text":"Make.","warning":null}],
            "refused":[{"check":"S01","reason":"Why.","recommendation":"Do.","command":"Set-X\nSet-Y"},{"check":"H01","reason":"Why.","recommendation":null,"command":null}]},
            {"computerName":"WEB02","service":{"name":null,"virtualIPAddress":["192.168.11.50"],"port":["tcp/443"]},"changes":[],"refused":[]}]
            """.Replace("\n", string.Empty, System.StringComparison.Ordinal),
            JsonSerializer.Serialize(document.RootElement));
        Assert.DoesNotContain((byte)0x1b, json);
    }

    private static byte[] Write(params Plan[] plans)
    {
        using var stream = new MemoryStream();
        var json = new PlanJson(stream);
        foreach (Plan plan in plans)
            json.Write(plan);
        json.End();
        return stream.ToArray();
    }
}
