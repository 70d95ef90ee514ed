using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Commands;

/// <summary>
/// Reads PowerShell data files as <c>Import-PowerShellDataFile</c> does: nothing in them is run. Values come from the language's own
/// <c>SafeGetValue</c>, which refuses whatever would have to be.
/// </summary>
internal sealed class PowerShellData
{
    private readonly string _file;

    private PowerShellData(string file) => _file = file;

    /// <exception cref="ServiceFileException">It is no service file.</exception>
    public static ServiceFile Read(Stream stream, string file)
    {
        if (stream.Length > ServiceFile.MaximumBytes)
            throw new ServiceFileException(file, $"the file is larger than {ServiceFile.MaximumBytes} bytes, which no services need");
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        ScriptBlockAst script = Parse(reader.ReadToEnd(), file);
        var data = new PowerShellData(file);
        return ServiceFile.Read(data.ReadValue(data.RootOf(script)), file, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The language reports mistakes, and gives up over some.</summary>
    private static ScriptBlockAst Parse(string text, string file)
    {
        try
        {
            ScriptBlockAst script = Parser.ParseInput(text, out _, out ParseError[] errors);
            return errors.Length == 0 ? script : throw new ServiceFileException(file, errors[0].Message.Trim().TrimEnd('.'), PlaceOf(errors[0].Extent));
        }
        catch (ParseException e)
        {
            throw new ServiceFileException(file, e.Message.Trim().TrimEnd('.'), inner: e);
        }
    }

    private static DataPlace PlaceOf(IScriptExtent extent) => new(extent.StartLineNumber, extent.StartColumnNumber);

    private ServiceFileException Fail(Ast at, string problem) => new(_file, problem, PlaceOf(at.Extent));

    /// <summary>The hash table that is all that a data file is.</summary>
    private ExpressionAst RootOf(ScriptBlockAst script)
    {
        const string Expected = "expected a hash table, @{ ... }, and nothing else";
        if (script.ParamBlock is not null || script.BeginBlock is not null || script.ProcessBlock is not null)
            throw Fail(script, "found a script, " + Expected);
        StatementAst[] statements = script.EndBlock?.Statements.ToArray() ?? [];
        if (statements.Length == 0)
            throw new ServiceFileException(_file, "the file is empty, " + Expected);
        if (statements.Length > 1)
            throw Fail(statements[1], "found a second statement, " + Expected);
        return ExpressionOf(statements[0]);
    }

    /// <summary>The expression that a statement consists of.</summary>
    private ExpressionAst ExpressionOf(StatementAst statement) =>
        statement is PipelineAst { PipelineElements.Count: 1 } pipeline && pipeline.PipelineElements[0] is CommandExpressionAst { Redirections.Count: 0 } only
            ? only.Expression
            : throw Fail(statement, "found something that would have to be run, expected a plain value");

    private DataNode ReadValue(ExpressionAst value) => value switch
    {
        HashtableAst table => DataNode.OfObject(PlaceOf(table.Extent), table.KeyValuePairs.Select(ReadMember).ToArray()),
        ArrayExpressionAst or ArrayLiteralAst => DataNode.OfList(PlaceOf(value.Extent), Items(value).Select(ReadValue).ToArray()),
        ParenExpressionAst paren when paren.Pipeline is StatementAst inner => ReadValue(ExpressionOf(inner)),
        _ => ReadPlain(value),
    };

    private DataMember ReadMember(Tuple<ExpressionAst, StatementAst> pair)
    {
        DataNode name = ReadPlain(pair.Item1);
        return name.Kind == DataKind.Text
            ? new DataMember(name.Text, name.Place, ReadValue(ExpressionOf(pair.Item2)))
            : throw Fail(pair.Item1, $"found {name.Shown} as the name of a member, expected a text");
    }

    /// <summary>The items of an array; what stands on lines of their own in one, or is parted by commas, are items of the same one.</summary>
    private IEnumerable<ExpressionAst> Items(ExpressionAst list) => list switch
    {
        ArrayExpressionAst array => array.SubExpression.Statements.SelectMany(statement => ExpressionOf(statement) switch
        {
            ArrayLiteralAst inner => Items(inner),
            { } single => [single],
        }),
        ArrayLiteralAst literal => literal.Elements,
        _ => [list],
    };

    private DataNode ReadPlain(ExpressionAst value)
    {
        DataPlace place = PlaceOf(value.Extent);
        return Evaluate(value) switch
        {
            string text => DataNode.OfText(place, text),
            int or long or double or decimal => DataNode.OfNumber(place, value.SafeGetValue()),
            bool truth => DataNode.OfOther(place, truth ? "$true" : "$false"),
            null => DataNode.OfOther(place, "$null"),
            IEnumerable => DataNode.OfOther(place, "a list that is computed"),
            { } other => DataNode.OfOther(place, "a value of type " + other.GetType().Name),
        };
    }

    private object? Evaluate(ExpressionAst value)
    {
        try
        {
            return value.SafeGetValue();
        }
        catch (InvalidOperationException)
        {
            throw Fail(value, "found something that would have to be run, expected a plain value");
        }
    }
}
