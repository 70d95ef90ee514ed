namespace DsrReadiness.Scripts;

/// <summary>What a script is for.</summary>
public enum ScriptPart
{
    /// <summary>Makes the changes, and shows the state afterwards.</summary>
    Change,

    /// <summary>Takes them back, and shows the state afterwards.</summary>
    Undo,

    /// <summary>Shows the state and changes nothing.</summary>
    Verify,
}
