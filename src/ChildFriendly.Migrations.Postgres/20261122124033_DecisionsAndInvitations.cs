using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DecisionsAndInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "staff_invitations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "initiative_timeline",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            // Decisions after a vote were known before by their office alone.
            migrationBuilder.Sql("""
                UPDATE initiative_timeline SET "Decision" = CASE "Stage" WHEN 'Selected' THEN 'Accepted' WHEN 'NotSelected' THEN 'NotNow' ELSE "Stage" END
                WHERE "Office" IS NOT NULL AND "ReasonKey" IS NULL AND "Stage" IN ('Selected', 'NotSelected', 'Accepted', 'PartlyAccepted', 'NotNow', 'Declined')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "staff_invitations");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "initiative_timeline");
        }
    }
}
