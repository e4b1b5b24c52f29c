using System.IO.Compression;
using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

/// <summary>Random damage to every fixture: each file is read, or refused as bad input.</summary>
public class DamagedFileTests
{
    private static readonly byte[][] Corpus = [.. Contents()];

    [Fact]
    public void Damaged_files_are_read_or_refused() => Load(seed: 1, count: 2_000);

    [Fact]
    [Trait("Category", "Slow")]
    public void Very_many_damaged_files_are_read_or_refused() => Load(seed: 2, count: 100_000);

    private static void Load(int seed, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            var content = Damage(random, Corpus[random.Next(Corpus.Length)]);
            try
            {
                Query(TransNasBenchmark.Load(content, "x.pth"));
            }
            catch (InputException exception)
            {
                Assert.DoesNotContain('\n', exception.Message);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Damaged file {i} of seed {seed}: {exception}");
            }
        }
    }

    private static void Query(TransNasBenchmark benchmark)
    {
        foreach (var space in benchmark.Spaces)
        {
            benchmark.ToTable(space, epoch: BenchmarkEpoch.Best);
        }
    }

    // The pickles within the archives too: damage to a compressed entry rarely reaches the pickle.
    private static IEnumerable<byte[]> Contents()
    {
        foreach (var name in Fixture.Names.Select(row => row.Data))
        {
            yield return Fixture.Bytes(name);
            if (name.StartsWith("zip", StringComparison.Ordinal))
            {
                using var archive = ZipFile.OpenRead(Fixture.Path(name));
                using var pickle = archive.Entries.Single(entry => entry.Name == "data.pkl").Open();
                using var content = new MemoryStream();
                pickle.CopyTo(content);
                yield return content.ToArray();
            }
        }
    }

    private static byte[] Damage(Random random, byte[] content)
    {
        var damaged = content.ToList();
        for (var times = random.Next(1, 4); times > 0 && damaged.Count > 8; times--)
        {
            // The structure stands mostly at the beginning, the numbers behind.
            var place = random.Next(random.Next(2) == 0 ? Math.Min(damaged.Count, 600) : damaged.Count);
            switch (random.Next(7))
            {
                case 0:
                    damaged[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    damaged[place] = RandomOpcode(random);
                    break;
                case 2:
                    damaged.RemoveRange(place, damaged.Count - place);
                    break;
                case 3:
                    damaged.RemoveRange(place, Math.Min(random.Next(1, 64), damaged.Count - place));
                    break;
                case 4:
                    damaged.Insert(place, RandomOpcode(random));
                    break;
                case 5:
                    Splice(random, damaged, place);
                    break;
                default:
                    for (var i = place; i < Math.Min(place + 4, damaged.Count); i++)
                    {
                        damaged[i] = (byte)(random.Next(2) == 0 ? 0xff : random.Next(256));
                    }

                    break;
            }
        }

        return [.. damaged];
    }

    private static void Splice(Random random, List<byte> damaged, int place)
    {
        var other = Corpus[random.Next(Corpus.Length)];
        var start = random.Next(other.Length);
        damaged.InsertRange(place, other.AsSpan(start, Math.Min(random.Next(1, 512), other.Length - start)));
    }

    private static byte RandomOpcode(Random random) =>
        random.Next(3) == 0 ? (byte)random.Next(0x80, 0x98) : (byte)"().012FIJKLMNQRTUVXabcdeghjlpqrstu}]GBC"[random.Next(39)];
}
