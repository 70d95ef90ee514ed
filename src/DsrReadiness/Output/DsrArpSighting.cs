using System;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>That a computer has a MAC address for a VIP: in its neighbour table, or as an answer to its question.</summary>
public sealed class DsrArpSighting : DsrObject
{
    internal DsrArpSighting(DsrServer server, string linkLayerAddress, ArpSighting sighting)
    {
        Server = server;
        ComputerName = SafeText.Of(sighting.By);
        LinkLayerAddress = linkLayerAddress;
        Interface = sighting.Interface is { } name ? SafeText.Of(name) : null;
        State = sighting.State;
        AnswerCount = sighting.Answers;
        QuestionCount = sighting.Questions;
        SeenAt = sighting.At;
        Text = SafeText.Of(ArpText.Sighting(sighting));
    }

    /// <summary>The computer that has seen it.</summary>
    public DsrServer Server { get; }

    /// <summary>The name of the computer that has seen it.</summary>
    public string ComputerName { get; }

    /// <summary>The MAC address.</summary>
    public string LinkLayerAddress { get; }

    /// <summary>The interface on which it was seen; null where that has no name.</summary>
    public string? Interface { get; }

    /// <summary>The state of the entry in the neighbour table; null for an answer.</summary>
    public NeighborState? State { get; }

    /// <summary>How many times it was the answer; 0 for an entry of the neighbour table.</summary>
    public int AnswerCount { get; }

    /// <summary>How many times was asked.</summary>
    public int QuestionCount { get; }

    /// <summary>When.</summary>
    public DateTimeOffset SeenAt { get; }

    private string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private protected override DsrTexts Texts() => new() { { nameof(SeenAt), ViewText.Time(SeenAt) } };
}
