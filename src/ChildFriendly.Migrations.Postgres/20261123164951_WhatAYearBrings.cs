using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WhatAYearBrings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What children proposed has its words in one place only.
            migrationBuilder.Sql("""UPDATE agenda_points SET "Text" = '' WHERE "ContributionId" IS NOT NULL""");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "agenda_points");

            migrationBuilder.AlterColumn<string>(
                name: "Arguments",
                table: "mails",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1000)",
                oldMaxLength: 1000);

            migrationBuilder.AddColumn<int>(
                name: "GroupSize",
                table: "initiatives",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrackingHash",
                table: "initiatives",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ReasonKey",
                table: "council_contributions",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(80)",
                oldMaxLength: 80,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AuthorBand",
                table: "council_contributions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "council_contributions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsAppealed",
                table: "council_contributions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSuspended",
                table: "council_contributions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "agenda_points",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1000)",
                oldMaxLength: 1000);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DebateFrom",
                table: "action_plans",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DebateUntil",
                table: "action_plans",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecidedOn",
                table: "action_plans",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionLink",
                table: "action_plans",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DecisionNumber",
                table: "action_plans",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Framework",
                table: "action_plans",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "FiveGoals2018");

            migrationBuilder.AddColumn<bool>(
                name: "IsCouncilDecision",
                table: "action_plans",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "debate_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Young = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CorrectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EarlierOutcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    EarlierReason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_debate_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_debate_answers_action_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_debate_answers_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "debate_reactions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Face = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_debate_reactions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_debate_reactions_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_debate_reactions_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_debate_reactions_participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "measure_sources",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_sources", x => new { x.MeasureId, x.Kind, x.ItemId });
                    table.ForeignKey(
                        name: "FK_measure_sources_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Summary = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    Young = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Missing = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AssessmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Data = table.Column<string>(type: "text", nullable: true),
                    Checksum = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_monitoring_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_monitoring_reports_action_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_monitoring_reports_consultations_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_monitoring_reports_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "noted_proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: true),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Gist = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    NotedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReasonKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Sentence = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_noted_proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_noted_proposals_action_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_noted_proposals_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_noted_proposals_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Framework = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecisionNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionLink = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Measures = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_versions_action_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_versions_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Link = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_drafts_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_report_drafts_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "situation_analyses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Young = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CorrectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_situation_analyses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_situation_analyses_action_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_situation_analyses_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answered_proposals",
                columns: table => new
                {
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answered_proposals", x => x.ProposalId);
                    table.ForeignKey(
                        name: "FK_answered_proposals_debate_answers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "debate_answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatePosition = table.Column<int>(type: "integer", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Length = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_measure_files_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_measure_files_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_measure_files_report_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "report_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "situation_groups",
                columns: table => new
                {
                    AnalysisId = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_situation_groups", x => new { x.AnalysisId, x.SessionId });
                    table.ForeignKey(
                        name: "FK_situation_groups_focus_groups_SessionId",
                        column: x => x.SessionId,
                        principalTable: "focus_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_situation_groups_situation_analyses_AnalysisId",
                        column: x => x.AnalysisId,
                        principalTable: "situation_analyses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "situation_indicators",
                columns: table => new
                {
                    AnalysisId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_situation_indicators", x => new { x.AnalysisId, x.Position });
                    table.ForeignKey(
                        name: "FK_situation_indicators_situation_analyses_AnalysisId",
                        column: x => x.AnalysisId,
                        principalTable: "situation_analyses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_file_bytes",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_file_bytes", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_measure_file_bytes_measure_files_FileId",
                        column: x => x.FileId,
                        principalTable: "measure_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_initiatives_TrackingHash",
                table: "initiatives",
                column: "TrackingHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_answered_proposals_AnswerId",
                table: "answered_proposals",
                column: "AnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_debate_answers_LocalityId",
                table: "debate_answers",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_debate_answers_PlanId",
                table: "debate_answers",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_debate_reactions_LocalityId",
                table: "debate_reactions",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_debate_reactions_MeasureId_ParticipantId",
                table: "debate_reactions",
                columns: new[] { "MeasureId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_debate_reactions_ParticipantId",
                table: "debate_reactions",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_measure_files_DraftId",
                table: "measure_files",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_measure_files_LocalityId",
                table: "measure_files",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_measure_files_MeasureId_UpdatePosition",
                table: "measure_files",
                columns: new[] { "MeasureId", "UpdatePosition" });

            migrationBuilder.CreateIndex(
                name: "IX_measure_sources_ItemId",
                table: "measure_sources",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_monitoring_reports_AssessmentId",
                table: "monitoring_reports",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_monitoring_reports_LocalityId_Year_Edition",
                table: "monitoring_reports",
                columns: new[] { "LocalityId", "Year", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_monitoring_reports_PlanId",
                table: "monitoring_reports",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_noted_proposals_LocalityId",
                table: "noted_proposals",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_noted_proposals_MeasureId",
                table: "noted_proposals",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_noted_proposals_PlanId",
                table: "noted_proposals",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_versions_LocalityId",
                table: "plan_versions",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_versions_PlanId_Number",
                table: "plan_versions",
                columns: new[] { "PlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_LocalityId",
                table: "report_drafts",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_MeasureId",
                table: "report_drafts",
                column: "MeasureId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_situation_analyses_LocalityId",
                table: "situation_analyses",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_situation_analyses_PlanId",
                table: "situation_analyses",
                column: "PlanId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_situation_groups_SessionId",
                table: "situation_groups",
                column: "SessionId");

            migrationBuilder.Sql(
                """
                UPDATE council_contributions
                SET "AuthorBand" = COALESCE((SELECT p."AgeBand" FROM participants p WHERE p."Id" = council_contributions."AuthorId"), 'From11To13')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answered_proposals");

            migrationBuilder.DropTable(
                name: "debate_reactions");

            migrationBuilder.DropTable(
                name: "measure_file_bytes");

            migrationBuilder.DropTable(
                name: "measure_sources");

            migrationBuilder.DropTable(
                name: "monitoring_reports");

            migrationBuilder.DropTable(
                name: "noted_proposals");

            migrationBuilder.DropTable(
                name: "plan_versions");

            migrationBuilder.DropTable(
                name: "situation_groups");

            migrationBuilder.DropTable(
                name: "situation_indicators");

            migrationBuilder.DropTable(
                name: "debate_answers");

            migrationBuilder.DropTable(
                name: "measure_files");

            migrationBuilder.DropTable(
                name: "situation_analyses");

            migrationBuilder.DropTable(
                name: "report_drafts");

            migrationBuilder.DropIndex(
                name: "IX_initiatives_TrackingHash",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "GroupSize",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "TrackingHash",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "AuthorBand",
                table: "council_contributions");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "council_contributions");

            migrationBuilder.DropColumn(
                name: "IsAppealed",
                table: "council_contributions");

            migrationBuilder.DropColumn(
                name: "IsSuspended",
                table: "council_contributions");

            migrationBuilder.DropColumn(
                name: "DebateFrom",
                table: "action_plans");

            migrationBuilder.DropColumn(
                name: "DebateUntil",
                table: "action_plans");

            migrationBuilder.DropColumn(
                name: "DecidedOn",
                table: "action_plans");

            migrationBuilder.DropColumn(
                name: "DecisionLink",
                table: "action_plans");

            migrationBuilder.DropColumn(
                name: "DecisionNumber",
                table: "action_plans");

            migrationBuilder.DropColumn(
                name: "Framework",
                table: "action_plans");

            migrationBuilder.DropColumn(
                name: "IsCouncilDecision",
                table: "action_plans");

            migrationBuilder.AlterColumn<string>(
                name: "Arguments",
                table: "mails",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(8000)",
                oldMaxLength: 8000);

            migrationBuilder.AlterColumn<string>(
                name: "ReasonKey",
                table: "council_contributions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "agenda_points",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "agenda_points",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "");
        }
    }
}
