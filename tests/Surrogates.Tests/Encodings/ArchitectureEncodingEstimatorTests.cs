using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Architectures;
using Surrogates.Encodings;

namespace Surrogates.Tests.Encodings;

public class ArchitectureEncodingEstimatorTests
{
    private static readonly string[] Texts = ["64-41414-1_01_302", "64-41414-0_00_000", "64-41414-3_33_333"];

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void The_features_are_those_of_the_encoder_in_a_vector_of_known_size()
    {
        var pipeline = _context.Transforms.EncodeArchitecture("Features", "Text", SearchSpaces.Micro, e => e.OneHot().Paths().Cost());
        var encoder = new ArchitectureEncoding().OneHot().Paths().Cost().For(SearchSpaces.Micro);
        var encoded = pipeline.Fit(Data(Texts)).Transform(Data(Texts));

        var type = Assert.IsType<VectorDataViewType>(encoded.Schema["Features"].Type);
        Assert.Equal(encoder.FeatureNames.Count, type.Size);
        Assert.Equal(Texts.Select(text => encoder.Encode(SearchSpaces.Micro.Parse(text))), encoded.GetColumn<float[]>("Features"));
        Assert.Equal(["Text", "Label", "Features"], encoded.Schema.Select(column => column.Name));
    }

    [Fact]
    public void Without_an_encoding_the_default_of_the_space_is_taken()
    {
        var encoded = _context.Transforms.EncodeArchitecture("Features", "Text", SearchSpaces.Micro).Fit(Data(Texts));
        Assert.Equal(ArchitectureEncoding.DefaultFor(SearchSpaces.Micro).For(SearchSpaces.Micro).FeatureNames, encoded.FeatureNames);
    }

    [Fact]
    public void The_output_may_replace_the_input()
    {
        var encoded = _context.Transforms.EncodeArchitecture("Text", "Text", SearchSpaces.Micro).Fit(Data(Texts)).Transform(Data(Texts));
        Assert.IsType<VectorDataViewType>(encoded.Schema["Text"].Type);
        Assert.Equal(3, encoded.GetColumn<float[]>("Text").Count());
    }

    [Fact]
    public void A_saved_pipeline_is_loaded_by_plain_ML_NET_and_encodes_the_same()
    {
        var model = _context.Transforms.EncodeArchitecture("Features", "Text", SearchSpaces.Macro).Fit(Data("64-4121-basic"));
        using var file = new MemoryStream();
        _context.Model.Save(model, Data("64-4121-basic").Schema, file);
        file.Position = 0;

        var loaded = new MLContext().Model.Load(file, out _);
        var expected = model.Transform(Data("64-412131-basic")).GetColumn<float[]>("Features");
        Assert.Equal(expected, loaded.Transform(Data("64-412131-basic")).GetColumn<float[]>("Features"));
    }

    [Fact]
    public void Two_encodings_stand_in_one_pipeline()
    {
        var pipeline = _context.Transforms.EncodeArchitecture("A", "Text", SearchSpaces.Micro, e => e.OneHot())
            .Append(_context.Transforms.EncodeArchitecture("B", "Text", SearchSpaces.Micro, e => e.Cost()));
        var encoded = pipeline.Fit(Data(Texts)).Transform(Data(Texts));
        Assert.Equal(24, encoded.GetColumn<float[]>("A").First().Length);
        Assert.Equal(2, encoded.GetColumn<float[]>("B").First().Length);
    }

    [Theory]
    [InlineData("64-41414-9_00_000")]
    [InlineData("")]
    [InlineData("nonsense\nover lines")]
    public void A_text_that_is_not_of_the_space_is_one_line_that_says_where(string text)
    {
        var model = _context.Transforms.EncodeArchitecture("Features", "Text", SearchSpaces.Micro).Fit(Data(text));
        var failure = Assert.ThrowsAny<Exception>(() => model.Transform(Data(text)).GetColumn<float[]>("Features").ToList());
        var message = Assert.IsType<ArchitectureFormatException>(failure.GetBaseException()).Message;
        Assert.Equal(Assert.Throws<ArchitectureFormatException>(() => SearchSpaces.Micro.Parse(text)).Message, message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_trainer_learns_from_the_features()
    {
        var architectures = SearchSpaces.Micro.Enumerate().Where((_, i) => i % 41 == 0).ToList();
        var data = _context.Data.LoadFromEnumerable(architectures.Select(a => new Row { Text = a.Text, Label = (float)Math.Log(a.Canonical.Cost!.Value.Flops) }));
        var model = _context.Transforms.EncodeArchitecture("Features", "Text", SearchSpaces.Micro)
            .Append(_context.Regression.Trainers.ExtraTrees())
            .Fit(data);
        Assert.InRange(_context.Regression.Evaluate(model.Transform(data)).RSquared, 0.9, 1);
    }

    private IDataView Data(params string[] texts) => _context.Data.LoadFromEnumerable(texts.Select(text => new Row { Text = text }));

    private sealed class Row
    {
        public string Text { get; set; } = "";

        public float Label { get; set; }
    }
}
