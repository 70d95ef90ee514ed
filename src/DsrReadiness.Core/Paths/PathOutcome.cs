namespace DsrReadiness.Paths;

/// <summary>What becomes of a packet in a server as a whole.</summary>
public enum PathOutcome
{
    /// <summary>It arrives, and its answer leaves for the client.</summary>
    Answered,

    /// <summary>It may; what decides it could not be read.</summary>
    Undetermined,

    /// <summary>It dies on the way in or on the way out.</summary>
    Dropped,
}
