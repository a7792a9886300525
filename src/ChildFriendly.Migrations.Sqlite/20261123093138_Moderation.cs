using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Moderation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MailLanguage",
                table: "staff_accounts",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NoDigest",
                table: "staff_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "open_answers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSuspended",
                table: "open_answers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cuts",
                table: "moderation_cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Found",
                table: "moderation_cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "HeldUntil",
                table: "moderation_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OpinionAskedById",
                table: "moderation_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpinionNote",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReasonKey",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sentence",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSuspended",
                table: "initiatives",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "initiative_timeline",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "initiative_timeline",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "alarm_tests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeputyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeputyAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alarm_tests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_alarm_tests_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_decision_reviews_moderation_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "moderation_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "initiative_pictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AlternativeText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ShowsFaces = table.Column<bool>(type: "INTEGER", nullable: true),
                    ShowsNames = table.Column<bool>(type: "INTEGER", nullable: true),
                    ShowsHouseNumbers = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EraseOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_initiative_pictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_initiative_pictures_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_initiative_pictures_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Occasion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Arguments = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsUrgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mails_staff_accounts_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "staff_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "redactions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Original = table.Column<string>(type: "TEXT", nullable: false),
                    Cuts = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ObjectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redactions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_redactions_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reports_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ModerationCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsQuiet = table.Column<bool>(type: "INTEGER", nullable: false),
                    SealedWords = table.Column<string>(type: "TEXT", nullable: false),
                    SealedReach = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Alarm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AlarmAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FirstActAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguarding_cases_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voice_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Transcript = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EraseOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HasSound = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_voice_messages_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_voice_messages_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "picture_files",
                columns: table => new
                {
                    PictureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_picture_files", x => x.PictureId);
                    table.ForeignKey(
                        name: "FK_picture_files_initiative_pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "initiative_pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_notes",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByRole = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SealedText = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_notes", x => new { x.CaseId, x.Position });
                    table.ForeignKey(
                        name: "FK_safeguarding_notes_safeguarding_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "safeguarding_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "voice_files",
                columns: table => new
                {
                    VoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice_files", x => x.VoiceId);
                    table.ForeignKey(
                        name: "FK_voice_files_voice_messages_VoiceId",
                        column: x => x.VoiceId,
                        principalTable: "voice_messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_moderation_cases_HeldUntil",
                table: "moderation_cases",
                column: "HeldUntil",
                filter: "\"HeldUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_alarm_tests_LocalityId_Month",
                table: "alarm_tests",
                columns: new[] { "LocalityId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decision_reviews_CaseId",
                table: "decision_reviews",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decision_reviews_LocalityId_DrawnOn",
                table: "decision_reviews",
                columns: new[] { "LocalityId", "DrawnOn" });

            migrationBuilder.CreateIndex(
                name: "IX_initiative_pictures_EraseOn",
                table: "initiative_pictures",
                column: "EraseOn");

            migrationBuilder.CreateIndex(
                name: "IX_initiative_pictures_InitiativeId",
                table: "initiative_pictures",
                column: "InitiativeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_initiative_pictures_LocalityId",
                table: "initiative_pictures",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_mails_Occasion_RecipientId_Kind",
                table: "mails",
                columns: new[] { "Occasion", "RecipientId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mails_RecipientId",
                table: "mails",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_mails_waiting",
                table: "mails",
                column: "DueAt",
                filter: "\"SentAt\" IS NULL AND \"GivenUpAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_redactions_ItemId",
                table: "redactions",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_redactions_LocalityId_Stage",
                table: "redactions",
                columns: new[] { "LocalityId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_reports_ItemId_Reason",
                table: "reports",
                columns: new[] { "ItemId", "Reason" },
                unique: true,
                filter: "\"Stage\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_reports_LocalityId_Stage_At",
                table: "reports",
                columns: new[] { "LocalityId", "Stage", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_cases_alarm",
                table: "safeguarding_cases",
                column: "OpenedAt",
                filter: "\"AcknowledgedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_cases_LocalityId_ClosedAt_OpenedAt",
                table: "safeguarding_cases",
                columns: new[] { "LocalityId", "ClosedAt", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_voice_messages_EraseOn",
                table: "voice_messages",
                column: "EraseOn");

            migrationBuilder.CreateIndex(
                name: "IX_voice_messages_InitiativeId",
                table: "voice_messages",
                column: "InitiativeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_voice_messages_LocalityId",
                table: "voice_messages",
                column: "LocalityId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alarm_tests");

            migrationBuilder.DropTable(
                name: "decision_reviews");

            migrationBuilder.DropTable(
                name: "mails");

            migrationBuilder.DropTable(
                name: "picture_files");

            migrationBuilder.DropTable(
                name: "redactions");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "safeguarding_notes");

            migrationBuilder.DropTable(
                name: "voice_files");

            migrationBuilder.DropTable(
                name: "initiative_pictures");

            migrationBuilder.DropTable(
                name: "safeguarding_cases");

            migrationBuilder.DropTable(
                name: "voice_messages");

            migrationBuilder.DropIndex(
                name: "IX_moderation_cases_HeldUntil",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "MailLanguage",
                table: "staff_accounts");

            migrationBuilder.DropColumn(
                name: "NoDigest",
                table: "staff_accounts");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "open_answers");

            migrationBuilder.DropColumn(
                name: "IsSuspended",
                table: "open_answers");

            migrationBuilder.DropColumn(
                name: "About",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Cuts",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Found",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "OpinionAskedById",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "OpinionNote",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "ReasonKey",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Sentence",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "IsSuspended",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "About",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "initiative_timeline");
        }
    }
}
