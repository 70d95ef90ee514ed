using System.Collections.Generic;
using DsrReadiness.Help.Markdown;

namespace DsrReadiness.Help.Pages;

/// <summary>The page of a cmdlet. What is known of the cmdlet itself, such as its syntax, stands there for readers only and is not read.</summary>
/// <param name="File">Its file.</param>
/// <param name="Name">The cmdlet.</param>
/// <param name="Synopsis">What it does, in a sentence or two.</param>
internal sealed record Page(string File, string Name, string Synopsis)
{
    public IReadOnlyList<Block> Description { get; init; } = [];

    public IReadOnlyList<Example> Examples { get; init; } = [];

    public IReadOnlyList<Described> Parameters { get; init; } = [];

    public IReadOnlyList<Described> Inputs { get; init; } = [];

    public IReadOnlyList<Described> Outputs { get; init; } = [];

    public IReadOnlyList<Block> Notes { get; init; } = [];

    public IReadOnlyList<Block> Links { get; init; } = [];
}
