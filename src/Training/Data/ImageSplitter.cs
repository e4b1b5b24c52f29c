using Surrogates.Numerics;

namespace Surrogates.Training.Data;

/// <summary>
/// Splits images by seed, class by class, so that every part has its share of each class. The split depends on the images' order by name
/// alone.
/// </summary>
internal sealed class ImageSplitter
{
    private readonly ImageListing _listing;
    private readonly ImageDataOptions _options;
    private readonly ImagePart[] _parts;
    private readonly List<string> _skipped = [];

    public ImageSplitter(ImageListing listing, ImageDataOptions options)
    {
        (_listing, _options) = (listing, options);
        _parts = [.. listing.Parts];
    }

    /// <summary>What was left out for the number of its class's images.</summary>
    public IReadOnlyList<string> Skipped => _skipped;

    /// <summary>Decides on the part of each image, and which images are used at all.</summary>
    /// <exception cref="InputException">A class has one image.</exception>
    public int[] Choose()
    {
        var chosen = new List<int>();
        foreach (var group in Strata())
        {
            var undecided = Shuffle(group.Members.Where(index => _parts[index] != ImagePart.Test), group.Stratum);
            if (undecided.Length < 2)
            {
                Refuse(group.Stratum, group.Members);
                continue;
            }

            var needsTest = undecided.Any(index => _parts[index] == ImagePart.Any);
            var tests = needsTest ? Share(undecided.Length, _options.TestShare, minimum: undecided.Length >= 3 ? 1 : 0) : 0;
            foreach (var index in undecided[..tests])
            {
                _parts[index] = ImagePart.Test;
            }

            chosen.AddRange(group.Members.Where(index => _parts[index] == ImagePart.Test));
            chosen.AddRange(undecided[tests..]);
        }

        return [.. Limit(chosen).Order()];
    }

    /// <summary>The parts of a data set that holds the given images.</summary>
    public ImageSplits Split(ImageDataset dataset, int[] images)
    {
        var hasValidation = _listing.Parts.Contains(ImagePart.Validation);
        var parts = Array.ConvertAll(images, image => _parts[image] == ImagePart.Any ? ImagePart.Train : _parts[image]);
        if (!hasValidation)
        {
            foreach (var group in Enumerable.Range(0, images.Length).GroupBy(dataset.Labels.GetStratum))
            {
                var members = Shuffle(group.Where(index => parts[index] == ImagePart.Train), 1_000_003 + group.Key);
                foreach (var index in members[..Share(members.Length, _options.ValidationShare, members.Length >= 2 ? 1 : 0)])
                {
                    parts[index] = ImagePart.Validation;
                }
            }
        }

        return new ImageSplits(Part(ImagePart.Train), Part(ImagePart.Validation), Part(ImagePart.Test));

        ImageSubset Part(ImagePart part) => new(dataset, [.. Enumerable.Range(0, images.Length).Where(index => parts[index] == part)]);
    }

    private IEnumerable<(int Stratum, int[] Members)> Strata() => Enumerable.Range(0, _listing.Source.Count)
        .GroupBy(_listing.Labels.GetStratum)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key, group.ToArray()));

    // At most the wanted number beside the test images: of each class the same share, and of each at least two.
    private List<int> Limit(List<int> chosen)
    {
        var others = chosen.Where(index => _parts[index] != ImagePart.Test).ToList();
        if (_options.MaximumImages is not { } most || others.Count <= most)
        {
            return chosen;
        }

        var kept = chosen.Where(index => _parts[index] == ImagePart.Test).ToList();
        var left = most;
        var leftImages = others.Count;
        foreach (var group in others.GroupBy(_listing.Labels.GetStratum).OrderBy(group => group.Key))
        {
            // Rounded so that the sum comes out.
            var count = group.Count();
            var share = Math.Clamp((int)Math.Round((double)left * count / leftImages), Math.Min(2, count), count);
            kept.AddRange(Shuffle(group, 2_000_003 + group.Key)[..share]);
            (left, leftImages) = (Math.Max(0, left - share), leftImages - count);
        }

        return kept;
    }

    private void Refuse(int stratum, int[] members)
    {
        var name = _listing.Labels.Strata[stratum];
        var message = name.Length == 0
            ? $"{_listing.Name}: {members.Length} images; at least 2 are needed to train."
            : $"{_listing.Name}: class '{name}' has {members.Length} {(members.Length == 1 ? "image" : "images")} to train on; at least 2 are needed.";
        if (!_options.SkipBad)
        {
            throw new InputException(message);
        }

        _skipped.AddRange(members.Select(index => $"{_listing.Source.GetName(index)}: {message}"));
    }

    private int[] Shuffle(IEnumerable<int> indices, int stream)
    {
        // An order that does not depend on what else there is.
        var order = indices.Order().ToArray();
        var random = SplitMix64.ForStream(_options.Seed, stream);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private static int Share(int count, double share, int minimum) =>
        Math.Clamp((int)Math.Round(share * count), Math.Min(minimum, count), Math.Max(minimum, count - 1));
}
