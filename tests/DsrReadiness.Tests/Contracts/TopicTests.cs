using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using DsrReadiness.Errors;

namespace DsrReadiness.Commands.Tests.Contracts;

public sealed class TopicTests
{
    [Fact]
    public void The_topic_lists_every_error() => Assert.Equal(
        typeof(ErrorId).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        Regex.Matches(Module.Read("about_DsrReadiness.md"), @"^\* `(\w+)`: ", RegexOptions.Multiline).Select(match => match.Groups[1].Value));
}
