using System;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>That a computer has a MAC address for a VIP: in its neighbour table, or as an answer to its question.</summary>
public sealed class DsrArpSighting : DsrObject
{
    private readonly ArpSighting _sighting;

    internal DsrArpSighting(DsrServer server, string linkLayerAddress, ArpSighting sighting)
    {
        _sighting = sighting;
        Server = server;
        LinkLayerAddress = linkLayerAddress;
    }

    /// <summary>The computer that has seen it.</summary>
    public DsrServer Server { get; }

    /// <summary>The name of the computer that has seen it.</summary>
    public string ComputerName => SafeText.Of(_sighting.By);

    /// <summary>The MAC address.</summary>
    public string LinkLayerAddress { get; }

    /// <summary>The interface on which it was seen; null where that has no name.</summary>
    public string? Interface => _sighting.Interface is { } name ? SafeText.Of(name) : null;

    /// <summary>The state of the entry in the neighbour table; null for an answer.</summary>
    public NeighborState? State => _sighting.State;

    /// <summary>How many times it was the answer; 0 for an entry of the neighbour table.</summary>
    public int AnswerCount => _sighting.Answers;

    /// <summary>How many times was asked.</summary>
    public int QuestionCount => _sighting.Questions;

    /// <summary>When.</summary>
    public DateTimeOffset SeenAt => _sighting.At;

    private string Text => SafeText.Of(ArpText.Sighting(_sighting));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private protected override DsrTexts Texts() => new() { { nameof(SeenAt), ViewText.Time(SeenAt) } };
}
