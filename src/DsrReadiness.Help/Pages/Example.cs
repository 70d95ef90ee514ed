using System.Collections.Generic;
using DsrReadiness.Help.Markdown;

namespace DsrReadiness.Help.Pages;

/// <summary>An example: what it is about, commands with what they write, and what there is to say of that.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Title">Its title.</param>
/// <param name="Introduction">What comes before the commands.</param>
/// <param name="Code">Commands and their output, in turn.</param>
/// <param name="Remarks">What comes after.</param>
internal sealed record Example(int Line, string Title, IReadOnlyList<Block> Introduction, IReadOnlyList<Block> Code, IReadOnlyList<Block> Remarks);
