namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>What an input did to a reader.</summary>
/// <param name="Key">Equal for inputs that show the same fault.</param>
/// <param name="Message">What happened.</param>
/// <param name="Input">The input, made as small as it shows the same.</param>
internal sealed record Finding(string Key, string Message, byte[] Input);
