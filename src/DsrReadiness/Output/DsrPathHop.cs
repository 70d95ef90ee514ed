using DsrReadiness.Paths;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>One station of a packet in a server: what is true there, and what follows.</summary>
public sealed class DsrPathHop : DsrObject
{
    internal DsrPathHop(DsrServer server, string computerName, int number, Hop hop)
    {
        Server = server;
        ComputerName = computerName;
        Number = number;
        Kind = hop.Kind;
        Outcome = hop.Outcome;
        Interface = hop.Interface is { } name ? SafeText.Of(name) : null;
        Statement = SafeText.Of(hop.Statement);
        Consequence = SafeText.Of(hop.Consequence);
        Reading = SafeText.Of(hop.Reading);
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; }

    /// <summary>Which station it is.</summary>
    public HopKind Kind { get; }

    /// <summary>What becomes of the packet there.</summary>
    public HopOutcome Outcome { get; }

    /// <summary>The interface that it is about, or null.</summary>
    public string? Interface { get; }

    /// <summary>What is true.</summary>
    public string Statement { get; }

    /// <summary>What follows for the packet.</summary>
    public string Consequence { get; }

    /// <summary>The readings that say so.</summary>
    public string Reading { get; }

    /// <inheritdoc/>
    public override string ToString() => Kind + ": " + Statement;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Outcome), Outcome.ToString(), ViewText.InkOf(Outcome) },
    };
}
