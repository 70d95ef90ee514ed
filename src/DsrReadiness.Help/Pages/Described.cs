using System.Collections.Generic;
using DsrReadiness.Help.Markdown;

namespace DsrReadiness.Help.Pages;

/// <summary>A parameter or a type, and what is said of it.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What is said of it.</param>
internal sealed record Described(int Line, string Name, IReadOnlyList<Block> Text);
