using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<int>(
                name: "Cast",
                table: "questions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinChoices",
                table: "questions",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Picture",
                table: "options",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "turnout",
                columns: table => new
                {
                    ConsultationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgeBand = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Children = table.Column<int>(type: "integer", nullable: false)
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
