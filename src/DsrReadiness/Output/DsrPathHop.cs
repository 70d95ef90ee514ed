using DsrReadiness.Paths;
using DsrReadiness.Reports;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>One station of a packet in a server: what is true there, and what follows.</summary>
public sealed class DsrPathHop : DsrObject
{
    private readonly Hop _hop;

    internal DsrPathHop(DsrServer server, string computerName, int number, Hop hop)
    {
        _hop = hop;
        Server = server;
        ComputerName = computerName;
        Number = number;
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; }

    /// <summary>Which station it is.</summary>
    public HopKind Kind => _hop.Kind;

    /// <summary>What becomes of the packet there.</summary>
    public HopOutcome Outcome => _hop.Outcome;

    /// <summary>The interface that it is about, or null.</summary>
    public string? Interface => _hop.Interface is { } name ? SafeText.Of(name) : null;

    /// <summary>What is true.</summary>
    public string Statement => SafeText.Of(_hop.Statement);

    /// <summary>What follows for the packet.</summary>
    public string Consequence => SafeText.Of(_hop.Consequence);

    /// <summary>The readings that say so.</summary>
    public string Reading => SafeText.Of(_hop.Reading);

    /// <inheritdoc/>
    public override string ToString() => Kind + ": " + Statement;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Outcome), Outcome.ToString(), PathText.Mark(Outcome).Ink },
    };
}
