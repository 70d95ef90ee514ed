namespace DsrReadiness.Cim;

/// <summary>The state of a neighbour table entry.</summary>
public enum NeighborState
{
    /// <summary><c>0</c></summary>
    Unreachable = 0,

    /// <summary><c>1</c></summary>
    Incomplete = 1,

    /// <summary><c>2</c></summary>
    Probe = 2,

    /// <summary><c>3</c></summary>
    Delay = 3,

    /// <summary><c>4</c></summary>
    Stale = 4,

    /// <summary><c>5</c></summary>
    Reachable = 5,

    /// <summary><c>6</c></summary>
    Permanent = 6,
}
