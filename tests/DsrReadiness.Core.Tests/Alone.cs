namespace DsrReadiness.Tests;

/// <summary>Tests of what the processor does run when no others do: whoever collects garbage pays for what they keep.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
