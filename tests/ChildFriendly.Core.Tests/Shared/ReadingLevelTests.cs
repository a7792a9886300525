using System.Text;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Shared;

public sealed class ReadingLevelTests
{
    // Björnsson's formula by hand: words / sentences + 100 · long words / words.
    [Theory]
    [InlineData("Primăria s-a uitat la idee. Tu povestești mai departe.", 2, 10, 3)]
    [InlineData("Venim într-o zi.", 1, 4, 0)]
    [InlineData("Vezi art. 5 și nr. 12 din str. Mare.", 1, 9, 0)]
    [InlineData("Costă 1.500,50 lei. Atât.", 2, 4, 0)]
    [InlineData("La ora 10:30 venim. Da!", 2, 5, 0)]
    [InlineData("Dl. Pop vine. I. Pop nu.", 2, 6, 0)]
    [InlineData("Poate… dar nu azi. Vom vedea?! Da.", 3, 7, 0)]
    [InlineData("Un titlu\nO propoziție fără punct", 2, 6, 1)]
    [InlineData("A spus: „Da.” Apoi a plecat.", 2, 6, 0)]
    [InlineData("E.g. one. Two.", 2, 4, 0)]
    [InlineData("„Nu știu”, a zis.", 1, 4, 0)]
    [InlineData("", 0, 0, 0)]
    [InlineData("… !? –", 0, 0, 0)]
    public void Sentences_words_and_long_words_are_counted(string text, int sentences, int words, int longWords) =>
        Assert.Equal(new ReadingLevel(sentences, words, longWords), ReadingLevel.Of(text));

    [Fact]
    public void A_letter_with_its_mark_apart_is_one_letter()
    {
        // Seven letters; eight code points where the mark stands apart.
        var whole = "Încăpea";
        var apart = whole.Normalize(NormalizationForm.FormD);

        Assert.NotEqual(whole.Length, apart.Length);
        Assert.Equal(ReadingLevel.Of(whole), ReadingLevel.Of(apart));
        Assert.Equal(0, ReadingLevel.Of("mâță și țâr".Normalize(NormalizationForm.FormD)).LongWords);
    }

    [Fact]
    public void The_index_is_words_a_sentence_and_the_share_of_long_words()
    {
        var level = ReadingLevel.Of("Primăria s-a uitat la idee. Tu povestești mai departe.");

        Assert.Equal((35.0, 5.0), (level.Lix, level.WordsPerSentence));
        Assert.True(level.IsForOlder);
        Assert.False(level.IsForYoung);
        Assert.Equal((0.0, 0.0), (ReadingLevel.Of("").Lix, ReadingLevel.Of("").WordsPerSentence));
    }

    [Fact]
    public void A_long_text_without_an_end_is_read_quickly()
    {
        var level = ReadingLevel.Of(string.Concat(Enumerable.Repeat("a. ", 200_000)));

        Assert.Equal(200_000, level.Words);
    }
}
