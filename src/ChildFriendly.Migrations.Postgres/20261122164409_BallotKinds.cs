using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class BallotKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "BudgetBani",
                table: "questions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "questions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Points",
                table: "questions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "questions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Approval");

            migrationBuilder.AddColumn<long>(
                name: "CostBani",
                table: "options",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<string>(
                name: "Choices",
                table: "ballots_cast",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AlterColumn<string>(
                name: "Choices",
                table: "ballots",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BudgetBani",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Points",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Rule",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "CostBani",
                table: "options");

            migrationBuilder.AlterColumn<string>(
                name: "Choices",
                table: "ballots_cast",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400);

            migrationBuilder.AlterColumn<string>(
                name: "Choices",
                table: "ballots",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400);
        }
    }
}
