using System.Globalization;
using System.Text;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>The projects and the money of a .pb file become a question of a draft. The ballots in it are read for their form and left where they are.</summary>
public sealed class ImportModel(Wording texts) : SitePage
{
    private const int BaniDecimals = 2;

    /// <summary>As many as a ballot can be written with.</summary>
    private const int MostProjects = 50;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Vote { get; private set; } = null!;

    /// <summary>What is wrong with the file, in words.</summary>
    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Input.File is not { Length: > 0 } upload)
        {
            return Refuse(Missing, "Input.File");
        }

        ElectionFile file;
        try
        {
            using var reader = new StreamReader(upload.OpenReadStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            file = PabulibFile.Read(reader);
        }
        catch (BadElectionFileException e)
        {
            var what = texts[e.Key, ("value", e.Value)];
            Wrong = e.Line > 0 ? $"{texts["program.recount.at-line", ("line", e.Line.ToString(CultureInfo.InvariantCulture))]}: {what}" : what;
            return Invalid();
        }

        var names = file.Names.Select(n => PlainText.OneLine(PlainText.Clean(n))).ToList();
        if (RefuseToImport(file, names) is { } refusal)
        {
            return Refuse(refusal, "Input.File");
        }

        if (file.Election.Options.Select((o, i) => (o.Cost, Name: names[i])).FirstOrDefault(p => p.Cost <= 0 || p.Cost > file.Election.Budget) is { Name: { } wrong })
        {
            Wrong = texts["desk.consultations.import.cost", ("name", wrong)];
            return Invalid();
        }

        var text = PlainText.OneLine(PlainText.Clean(file.About.Description ?? "")) is { Length: > 0 and <= Question.TextMaxLength } said ? said : Vote.Title;
        if (Vote.Questions.Any(q => q.Text == text && q.Kind == BallotKind.Budget && q.Options.Select(o => o.Title).SequenceEqual(names, StringComparer.Ordinal)))
        {
            // Pressed twice: it is asked already.
            return Redirect($"{Desk}/consultations/{number}/draft");
        }

        var isByVotes = file.About.Rule?.StartsWith("greedy", StringComparison.Ordinal) == true;
        var question = Vote.Ask(new QuestionPlan(text, BallotKind.Budget, isByVotes ? CountingRule.GreedyBudget : CountingRule.EqualShares, Winners: 0, names.Count) { BudgetBani = BaniOf(file.Election.Budget) });
        foreach (var (project, name) in file.Election.Options.Zip(names))
        {
            question.Offer(name, "", initiativeId: null, costBani: BaniOf(project.Cost));
        }

        if (ConsultationRules.RefuseQuestion(question) is { } impossible)
        {
            return Refuse(impossible, "Input.File");
        }

        Db.Add(question);
        Db.Touch(Vote);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/consultations/{number}/draft", "imported") : Refuse(Core.Shared.Refusal.Busy);

        long BaniOf(long amount) => amount * (long)Math.Pow(10, BaniDecimals - file.Decimals);
    }

    private static readonly Refusal Missing = new("desk.consultations.import.missing");
    private static readonly Refusal OtherMoney = new("desk.consultations.import.other-money");
    private static readonly Refusal TooMany = new("desk.consultations.import.too-many", MostProjects);
    private static readonly Refusal LongName = new("desk.consultations.import.long-name", Option.TitleMaxLength);

    private static Refusal? RefuseToImport(ElectionFile file, List<string> names) => file switch
    {
        { About.Currency: not (null or "" or "RON") } or { Decimals: > BaniDecimals } => OtherMoney,
        _ when names.Count > MostProjects => TooMany,
        _ when names.Exists(n => n.Length is 0 or > Option.TitleMaxLength) => LongName,
        _ => null,
    };

    private async Task<bool> FindAsync(int number)
    {
        Vote = (await Db.Consultations.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number && c.Stage == ConsultationStage.Draft))!;
        return Vote is not null;
    }

    public sealed class InputModel
    {
        public IFormFile? File { get; set; }
    }
}
