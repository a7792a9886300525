using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FromVoiceToInfluence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "progress_updates",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "progress_updates",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Link",
                table: "progress_updates",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Article",
                table: "measures",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CommittedBani",
                table: "measures",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "DoubtedAt",
                table: "measures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Partners",
                table: "measures",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ReportedAt",
                table: "measures",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<int>(
                name: "Reports",
                table: "measures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Risks",
                table: "measures",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SpentBani",
                table: "measures",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "WhatChanges",
                table: "measures",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "budget_lines",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlannedBani = table.Column<long>(type: "bigint", nullable: false),
                    CommittedBani = table.Column<long>(type: "bigint", nullable: false),
                    SpentBani = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_lines", x => new { x.MeasureId, x.Year, x.Source });
                    table.ForeignKey(
                        name: "FK_budget_lines_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Definition = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Baseline = table.Column<long>(type: "bigint", nullable: false),
                    BaselineYear = table.Column<int>(type: "integer", nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: false),
                    TargetYear = table.Column<int>(type: "integer", nullable: false),
                    FallsWhenBetter = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicators", x => new { x.MeasureId, x.Position });
                    table.ForeignKey(
                        name: "FK_indicators_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Report = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_measure_checks_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_measure_checks_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_measure_checks_participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_milestones", x => new { x.MeasureId, x.Position });
                    table.ForeignKey(
                        name: "FK_milestones_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "remarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorBand = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReasonKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Sentence = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Earlier = table.Column<string>(type: "text", nullable: true),
                    IsAppealed = table.Column<bool>(type: "boolean", nullable: false),
                    IsSuspended = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_remarks_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_values",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NotedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_values", x => new { x.MeasureId, x.Position, x.Year });
                    table.ForeignKey(
                        name: "FK_indicator_values_indicators_MeasureId_Position",
                        columns: x => new { x.MeasureId, x.Position },
                        principalTable: "indicators",
                        principalColumns: new[] { "MeasureId", "Position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_measure_checks_LocalityId",
                table: "measure_checks",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_measure_checks_MeasureId_ParticipantId",
                table: "measure_checks",
                columns: new[] { "MeasureId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_measure_checks_ParticipantId",
                table: "measure_checks",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_remarks_AboutId_Kind_AuthorId",
                table: "remarks",
                columns: new[] { "AboutId", "Kind", "AuthorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_remarks_AuthorId",
                table: "remarks",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_remarks_LocalityId",
                table: "remarks",
                column: "LocalityId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "budget_lines");

            migrationBuilder.DropTable(
                name: "indicator_values");

            migrationBuilder.DropTable(
                name: "measure_checks");

            migrationBuilder.DropTable(
                name: "milestones");

            migrationBuilder.DropTable(
                name: "remarks");

            migrationBuilder.DropTable(
                name: "indicators");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "progress_updates");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "progress_updates");

            migrationBuilder.DropColumn(
                name: "Link",
                table: "progress_updates");

            migrationBuilder.DropColumn(
                name: "Article",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "CommittedBani",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "DoubtedAt",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Partners",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "ReportedAt",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Reports",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Risks",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "SpentBani",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "WhatChanges",
                table: "measures");
        }
    }
}
