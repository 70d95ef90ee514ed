namespace DsrReadiness.Help.Facts;

/// <summary>How a parameter is used in one parameter set, or in all.</summary>
/// <param name="Set">The parameter set; null for all.</param>
/// <param name="IsRequired">True if it must be given.</param>
/// <param name="Position">Its position; null if it is given by name alone.</param>
/// <param name="ByValue">True if it takes what comes down the pipeline.</param>
/// <param name="ByPropertyName">True if it takes a property of its name of what comes down the pipeline.</param>
internal sealed record ParameterUse(string? Set, bool IsRequired, int? Position, bool ByValue, bool ByPropertyName)
{
    public string PipelineInput => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
