using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Cim;

public sealed class FieldTests
{
    [Fact]
    public void Is_missing_until_said_otherwise()
    {
        Field<int> field = default;
        Assert.Equal(FieldState.Missing, field.State);
        Assert.False(field.HasValue);
        Assert.False(field.IsNull);
        Assert.Equal("not collected", field.ToString());
    }

    [Fact]
    public void Tells_null_from_missing()
    {
        Assert.True(Field<int>.Null.IsNull);
        Assert.False(Field<int>.Null.HasValue);
        Assert.Equal("NULL", Field<int>.Null.ToString());
    }

    [Fact]
    public void Holds_a_value()
    {
        Field<int> field = new Field<int>(7);
        Assert.True(field.TryGet(out int value));
        Assert.Equal((7, 7, 7, "7"), (value, field.Value, field.Or(9), field.ToString()));
        Assert.True(field.Is(7));
        Assert.False(field.Is(8));
    }

    [Fact]
    public void Keeps_what_could_not_be_read()
    {
        Field<int> field = Field<int>.Malformed("banana");
        Assert.Equal(FieldState.Malformed, field.State);
        Assert.False(field.HasValue);
        Assert.Equal("unreadable ('banana')", field.ToString());
    }

    [Theory]
    [InlineData(1.5, "unreadable ('1.5')")]
    [InlineData(true, "unreadable ('True')")]
    [InlineData(new object?[] { "a", 1L, null }, "unreadable ('an array of 3')")]
    public void Shows_what_could_not_be_read_the_same_everywhere(object raw, string expected) =>
        Assert.Equal(expected, Field<string>.Malformed(raw).ToString());

    public static TheoryData<string> WithoutValue => ["missing", "null", "malformed"];

    [Theory]
    [MemberData(nameof(WithoutValue))]
    public void Has_no_value_to_give_without_one(string state)
    {
        Field<int> field = state switch { "missing" => default, "null" => Field<int>.Null, _ => Field<int>.Malformed("0") };
        Assert.Throws<InvalidOperationException>(() => field.Value);
        Assert.False(field.TryGet(out int _));
        Assert.Equal(9, field.Or(9));
        Assert.False(field.Is(0));
    }
}
