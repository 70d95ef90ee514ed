using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Tests.Services.Files;

namespace DsrReadiness.Tests.Documentation;

/// <summary>What a service file may hold stands in three places, the reader, the schema and the page: they say the same.</summary>
public sealed class ServiceFileDocumentationTests
{
    private static readonly JsonElement s_schema = JsonDocument.Parse(Repository.Read("docs", "services.schema.json")).RootElement;
    private static readonly string s_page = Repository.Read("docs", "services.md");

    /// <summary>Each object: where it is in the schema, and the text that its table on the page follows.</summary>
    public static TheoryData<string, string> Objects() => new()
    {
        { "file", "Of the file:" },
        { "service", "Of a service:" },
        { "pool", "Of a pool:" },
        { "server", "it is an object:" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_schema_has_the_members_that_the_reader_knows(string name, string heading)
    {
        _ = heading;
        JsonElement schema = Schema(name);
        IReadOnlyList<ServiceMember> members = Members(name);

        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(members.Select(member => member.Name), schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(members.Where(member => member.IsRequired).Select(member => member.Name), schema.GetProperty("required").EnumerateArray().Select(each => each.GetString()));
        Assert.All(members, member => Assert.Equal(member.Type, TypeOf(schema.GetProperty("properties").GetProperty(member.Name))));
        Assert.All(members, member => Assert.NotEmpty(schema.GetProperty("properties").GetProperty(member.Name).GetProperty("description").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_page_lists_the_members_that_the_reader_knows(string name, string heading)
    {
        string[][] rows = [.. s_page[(s_page.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..].TrimStart().Split('\n').Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];

        Assert.Equal(
            Members(name).Select(member => ($"`{member.Name}`", member.Type.ToString().ToLowerInvariant(), member.IsRequired ? "yes" : "no")),
            rows.Select(row => (row[0], row[1], row[2])));
        Assert.All(rows, row => Assert.NotEmpty(row[3]));
    }

    [Fact]
    public void Each_list_of_the_schema_takes_a_single_value_or_some()
    {
        foreach ((string many, string one) in new[] { ("texts", "text"), ("ports", "port"), ("servers", "server") })
            AssertOneOrMany(s_schema.GetProperty("$defs").GetProperty(many), one);
        AssertOneOrMany(s_schema.GetProperty("properties").GetProperty("service"), "service");
        AssertOneOrMany(Schema("service").GetProperty("properties").GetProperty("pool"), "pool");
    }

    [Fact]
    public void The_schema_knows_the_format_and_every_name()
    {
        Assert.Equal(ServiceFile.Format, s_schema.GetProperty("properties").GetProperty("format").GetProperty("const").GetString());
        Assert.Equal(
            Enum.GetNames<DsrEnvironment>(),
            Schema("service").GetProperty("properties").GetProperty("environment").GetProperty("enum").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(
            Enum.GetNames<DsrUdpAnswer>(),
            Schema("service").GetProperty("properties").GetProperty("udpAnswer").GetProperty("enum").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(["server", "pool"], Schema("service").GetProperty("not").GetProperty("required").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public void The_example_of_the_page_uses_every_member_and_is_read()
    {
        string example = Example("json");
        ServiceFile file = ServiceFileTests.Read(example);

        Assert.Equal(["web", "resolver"], file.Services.Select(service => service.Name));
        var used = new HashSet<string>();
        Collect(JsonNode.Parse(example), used);
        Assert.Equal(
            new[] { "file", "service", "pool", "server" }.SelectMany(Members).Select(member => member.Name).Where(name => name != ServiceMembers.Schema).Distinct().Order(),
            used.Order());
    }

    [Fact]
    public void Without_a_member_that_is_required_the_example_is_refused()
    {
        int tried = 0;
        foreach ((string owner, ServiceMember member) in new[] { "file", "service", "pool", "server" }.SelectMany(owner => Members(owner).Where(each => each.IsRequired).Select(each => (owner, each))))
        {
            JsonNode root = JsonNode.Parse(Example("json"))!;
            Find(root, owner).Remove(member.Name);
            ServiceFileException refusal = Assert.Throws<ServiceFileException>(() => ServiceFileTests.Read(root.ToJsonString()));
            Assert.Contains($"found no member '{member.Name}'", refusal.Message, StringComparison.Ordinal);
            tried++;
        }

        Assert.Equal(7, tried);
    }

    internal static string Example(string language)
    {
        string start = "```" + language + "\n" + (language == "json" ? "{" : "@{");
        int at = s_page.IndexOf(start, StringComparison.Ordinal) + language.Length + 4;
        return s_page[at..s_page.IndexOf("```", at, StringComparison.Ordinal)];
    }

    private static JsonObject Find(JsonNode root, string owner) => owner switch
    {
        "file" => root.AsObject(),
        "service" => root["service"]![0]!.AsObject(),
        "pool" => root["service"]![1]!["pool"]![0]!.AsObject(),
        _ => root["service"]![0]!["server"]![2]!.AsObject(),
    };

    private static void Collect(JsonNode? node, HashSet<string> names)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
                Collect(item, names);
        }
        else if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members)
            {
                names.Add(name);
                Collect(value, names);
            }
        }
    }

    private static IReadOnlyList<ServiceMember> Members(string name) => name switch
    {
        "file" => ServiceMembers.OfFile,
        "service" => ServiceMembers.OfService,
        "pool" => ServiceMembers.OfPool,
        _ => ServiceMembers.OfServer,
    };

    private static JsonElement Schema(string name) => name switch
    {
        "file" => s_schema,
        "server" => s_schema.GetProperty("$defs").GetProperty("server").GetProperty("oneOf")[1],
        _ => s_schema.GetProperty("$defs").GetProperty(name),
    };

    private static MemberType TypeOf(JsonElement property)
    {
        if (property.TryGetProperty("const", out _))
            return MemberType.Text;
        if (property.TryGetProperty("enum", out JsonElement names))
            return names[0].GetString() == nameof(DsrEnvironment.OnPremises) ? MemberType.Environment : MemberType.UdpAnswer;
        string reference = (property.TryGetProperty("$ref", out JsonElement direct) ? direct : property.GetProperty("oneOf")[0].GetProperty("$ref")).GetString()!;
        return reference switch
        {
            "#/$defs/text" or "#/$defs/serverName" => MemberType.Text,
            "#/$defs/texts" => MemberType.Texts,
            "#/$defs/ports" => MemberType.Ports,
            "#/$defs/servers" => MemberType.Servers,
            "#/$defs/service" => MemberType.Services,
            "#/$defs/pool" => MemberType.Pools,
            _ => throw new InvalidOperationException(reference),
        };
    }

    private static void AssertOneOrMany(JsonElement schema, string one)
    {
        JsonElement[] ways = [.. schema.GetProperty("oneOf").EnumerateArray()];
        Assert.Equal(2, ways.Length);
        Assert.Equal("#/$defs/" + one, ways[0].GetProperty("$ref").GetString());
        Assert.Equal(("array", 1), (ways[1].GetProperty("type").GetString(), ways[1].GetProperty("minItems").GetInt32()));
        Assert.Equal("#/$defs/" + one, ways[1].GetProperty("items").GetProperty("$ref").GetString());
    }
}
