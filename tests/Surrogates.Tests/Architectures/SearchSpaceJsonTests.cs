using CsCheck;
using Surrogates.Architectures;

namespace Surrogates.Tests.Architectures;

public class SearchSpaceJsonTests
{
    private const string Valid =
        """
        {
          // Comments are allowed.
          "name": "mine", "description": "My own.",
          "sequence": [
            { "name": "stem", "options": [16, 24, { "name": "x\"y", "parameters": 5, "flops": 7 }] },
            { "name": "block", "repeat": 2, "options": ["skip", "conv"] },
          ],
        }
        """;

    [Fact]
    public void A_definition_with_everything_is_read()
    {
        var space = SearchSpaces.FromJson(Valid);
        Assert.Equal("mine", space.Name);
        Assert.Equal("My own.", space.Description);
        Assert.Equal(["stem", "block1", "block2"], space.Choices.Select(choice => choice.Name));
        Assert.Equal(["16", "24", "x\"y"], space.Choices[0].Options);
        Assert.Equal([2, 0, 1], space.Parse("x\"y-skip-conv").Choices.ToArray());
    }

    [Theory]
    [InlineData("", "line 1, byte 1", "there is no JSON in it")]
    [InlineData("micro2", "line 1, byte 1", "invalid start")]
    [InlineData("{\n  \"name\": \"a\",\n  \"nodes\": 3 }", "line 3", "'nodes'")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"x\"],\"non\":\"x\"}}", "$.cell", "'non'")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "$.name", "'name' is given twice")]
    [InlineData("{\"name\":3}", "$.name", "text")]
    [InlineData("{\"name\":\"a\",\"sequence\":3}", "$.sequence", "expected a list")]
    [InlineData("{\"name\":\"a\",\"sequence\":[3]}", "$.sequence[0]", "expected an object")]
    [InlineData("null", "", "expected an object")]
    [InlineData("[]", "line 1", "object")]
    [InlineData("{\"cell\":{\"nodes\":3,\"operations\":[\"x\"]}}", "", "'name'")]
    [InlineData("{\"name\":\" \",\"cell\":{\"nodes\":3,\"operations\":[\"x\"]}}", "", "'name'")]
    [InlineData("{\"name\":\"a\\nb\",\"cell\":{\"nodes\":3,\"operations\":[\"x\"]}}", "", "control character")]
    [InlineData("{\"name\":\"Micro\",\"cell\":{\"nodes\":3,\"operations\":[\"x\"]}}", "", "built-in")]
    [InlineData("{\"name\":\"a\"}", "", "'cell' or a 'sequence'")]
    [InlineData("{\"name\":\"a\",\"sequence\":[],\"cell\":{\"nodes\":3,\"operations\":[\"x\"]}}", "", "not both")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":\"3\",\"operations\":[\"x\"]}}", "$.cell.nodes", "whole number")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3.5,\"operations\":[\"x\"]}}", "$.cell.nodes", "whole number")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":1,\"operations\":[\"x\"]}}", "", "expected 2 to 12")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":13,\"operations\":[\"x\"]}}", "", "expected 2 to 12")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"operations\":[\"x\"]}}", "", "expected 2 to 12")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3}}", "", "0 operations; expected 1 to 255")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[]}}", "", "0 operations; expected 1 to 255")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"x\",\"x\"]}}", "", "'x' twice")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"x\",null]}}", "", "without a name")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"\"]}}", "", "without a name")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[true]}}", "$.cell.operations[0]", "an option is a name")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"x~y\"]}}", "", "'~' separates")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"x\\u2028y\"]}}", "", "control character")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"\\ud800\"]}}", "line 1", "")]
    [InlineData(
        "{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"x\"],\"none\":\"zero\"}}", "", "not among the operations")]
    [InlineData(
        "{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[\"x\"],\"none\":\"x\",\"identity\":\"x\"}}",
        "", "both 'none' and 'identity'")]
    [InlineData("{\"name\":\"a\",\"separator\":\".\",\"cell\":{\"nodes\":3,\"operations\":[\"x\"]}}", "", "for a sequence only")]
    [InlineData("{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[{\"parameters\":3}]}}", "$.cell.operations[0]", "no 'name'")]
    [InlineData(
        "{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[{\"name\":\"x\",\"params\":3}]}}", "$.cell.operations[0]", "'params'")]
    [InlineData(
        "{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[{\"name\":\"x\",\"flops\":-1}]}}", "$.cell.operations[0]", "'flops'")]
    [InlineData(
        "{\"name\":\"a\",\"cell\":{\"nodes\":3,\"operations\":[{\"name\":\"x\",\"flops\":9e15}]}}", "$.cell.operations[0]", "'flops'")]
    [InlineData("{\"name\":\"a\",\"sequence\":[]}", "", "without choices")]
    [InlineData("{\"name\":\"a\",\"sequence\":[null]}", "", "null")]
    [InlineData("{\"name\":\"a\",\"sequence\":[{\"name\":\"c\"}]}", "", "options of 'c'")]
    [InlineData("{\"name\":\"a\",\"sequence\":[{\"name\":\"c\",\"options\":[\"x-y\"]}]}", "", "'-' separates")]
    [InlineData("{\"name\":\"a\",\"separator\":\"--\",\"sequence\":[{\"name\":\"c\",\"options\":[\"x-\"]}]}", "", "'--' separates")]
    [InlineData("{\"name\":\"a\",\"separator\":\"\",\"sequence\":[{\"name\":\"c\",\"options\":[\"x\"]}]}", "", "empty 'separator'")]
    [InlineData("{\"name\":\"a\",\"sequence\":[{\"name\":\"c\",\"options\":[\"x\"],\"repeat\":0}]}", "", "repeats 'c' 0 times")]
    [InlineData("{\"name\":\"a\",\"sequence\":[{\"name\":\"c\",\"options\":[\"x\"],\"repeat\":2000000000}]}", "", "at most 1000")]
    [InlineData(
        "{\"name\":\"a\",\"sequence\":[{\"name\":\"c\",\"options\":[\"x\"]},{\"name\":\"c\",\"options\":[\"x\"]}]}",
        "", "two choices named 'c'")]
    [InlineData("{\"name\":\"a\",\"sequence\":[{\"name\":\" \",\"options\":[\"x\"]}]}", "", "without a name")]
    public void Bad_input_gives_one_line_with_the_file_and_where(string json, string where, string what)
    {
        var exception = Assert.Throws<InputException>(() => SearchSpaces.FromJson(json, "my.json"));
        Assert.StartsWith("my.json", exception.Message);
        Assert.Contains(where, exception.Message);
        Assert.Contains(what, exception.Message);
        Assert.DoesNotContain("Surrogates.", exception.Message);
        Assert.DoesNotContain("System.", exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Damaged_definitions_are_read_or_refused_with_one_line() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Int[0, 20], Gen.Int[0, Valid.Length - 1], Gen.Int[0, 8], Gen.Char).Sample(
            (at, removed, from, copied, character) =>
            {
                var piece = Valid.Substring(from, Math.Min(copied, Valid.Length - from));
                var text = Valid.Remove(at, Math.Min(removed, Valid.Length - at)).Insert(at, copied == 0 ? character.ToString() : piece);
                try
                {
                    var space = SearchSpaces.FromJson(text, "my.json");
                    return SearchSpaces.Deserialize(space.Serialize()).Equals(space);
                }
                catch (InputException exception)
                {
                    return exception.Message.StartsWith("my.json", StringComparison.Ordinal)
                        && !exception.Message.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');
                }
            },
            iter: 5_000);

    [Fact]
    public void Text_that_is_not_Unicode_is_refused()
    {
        var exception = Assert.Throws<InputException>(() => SearchSpaces.FromJson("{\"name\":\"\ud800\"}", "my.json"));
        Assert.StartsWith("my.json: ", exception.Message);
    }

    [Fact]
    public void A_file_is_loaded_and_named_in_errors()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Valid);
            Assert.Equal(SearchSpaces.FromJson(Valid), SearchSpaces.Load(path));
            File.WriteAllText(path, "{");
            Assert.StartsWith($"{path}, line 1", Assert.Throws<InputException>(() => SearchSpaces.Load(path)).Message);
            using var tooLarge = File.OpenWrite(path);
            tooLarge.SetLength((16 << 20) + 1);
            Assert.Contains("16 MB", Assert.Throws<InputException>(() => SearchSpaces.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_knows_the_built_in_spaces_and_names_them_where_nothing_is_found()
    {
        Assert.Same(SearchSpaces.NasBench201, SearchSpaces.Load("NASBench201"));
        var exception = Assert.Throws<InputException>(() => SearchSpaces.Load("mirco"));
        Assert.Contains("micro, macro, nasbench201", exception.Message);
    }

    [Fact]
    public void Spaces_with_different_definitions_differ()
    {
        var space = SearchSpaces.FromJson("""{"name":"a","sequence":[{"name":"c","options":["x","y"]}]}""");
        var other = SearchSpaces.FromJson("""{"name":"a","sequence":[{"name":"c","options":["x","z"]}]}""");
        Assert.NotEqual(space, other);
        Assert.NotEqual(space.Parse("x"), other.Parse("x"));
        Assert.NotEqual(SearchSpaces.Micro, space);
    }
}
