using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class QuestionsAndTurnout : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Audience",
                table: "questions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<int>(
                name: "Cast",
                table: "questions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinChoices",
                table: "questions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Picture",
                table: "options",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "turnout",
                columns: table => new
                {
                    ConsultationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgeBand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Children = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_turnout", x => new { x.ConsultationId, x.AgeBand });
                    table.ForeignKey(
                        name: "FK_turnout_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "turnout");

            migrationBuilder.DropColumn(
                name: "Audience",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Cast",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "MinChoices",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Picture",
                table: "options");
        }
    }
}
