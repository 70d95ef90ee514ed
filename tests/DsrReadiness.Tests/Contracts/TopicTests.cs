using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Commands.Tests.Contracts;

public sealed class TopicTests
{
    [Fact]
    public void The_topic_lists_every_error() => Assert.Equal(
        Module.Errors.Select(method => method.Name),
        Regex.Matches(Module.Read("about_DsrReadiness.md"), @"^\* `(\w+)`: ", RegexOptions.Multiline).Select(match => match.Groups[1].Value));
}
