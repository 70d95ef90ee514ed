using System;

namespace DsrReadiness.Lab;

/// <summary>What a call to a lab server is.</summary>
public enum LabCallKind
{
    /// <summary>A query of a class.</summary>
    Read,

    /// <summary>A CIM operation.</summary>
    Write,

    /// <summary>Loopback devices are listed.</summary>
    FindDevices,

    /// <summary>A loopback device is created.</summary>
    CreateDevice,

    /// <summary>A loopback device is removed.</summary>
    RemoveDevice,
}

/// <summary>One call that a lab server got, in the order in which they came.</summary>
public sealed class LabCall
{
    private readonly Func<string> _write;
    private string? _text;

    internal LabCall(int number, LabCallKind kind, Func<string> text, DateTimeOffset at)
    {
        Number = number;
        Kind = kind;
        _write = text;
        At = at;
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; }

    /// <summary>What it is.</summary>
    public LabCallKind Kind { get; }

    /// <summary>The query or operation as text.</summary>
    public string Text => _text ??= _write();

    /// <summary>The virtual time at which it came.</summary>
    public DateTimeOffset At { get; }

    /// <summary>True if it was meant to change something.</summary>
    public bool IsChange => Kind is LabCallKind.Write or LabCallKind.CreateDevice or LabCallKind.RemoveDevice;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
