using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OneOfEach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Of drafts of one child the latest stays, of open invitations of one person into one role too.
            migrationBuilder.Sql("""
                UPDATE initiatives SET "Stage" = 'Withdrawn' WHERE "Stage" = 'Draft' AND EXISTS (
                    SELECT 1 FROM initiatives o WHERE o."AuthorId" = initiatives."AuthorId" AND o."Stage" = 'Draft' AND o."Id" > initiatives."Id")
                """);
            migrationBuilder.Sql("""UPDATE staff_invitations SET "Email" = lower("Email")""");
            migrationBuilder.Sql("""
                UPDATE staff_invitations SET "WithdrawnAt" = "ExpiresAt" WHERE "AcceptedAt" IS NULL AND "WithdrawnAt" IS NULL AND EXISTS (
                    SELECT 1 FROM staff_invitations o WHERE o."Email" = staff_invitations."Email" AND o."Role" = staff_invitations."Role"
                    AND o."LocalityId" = staff_invitations."LocalityId" AND o."AcceptedAt" IS NULL AND o."Id" > staff_invitations."Id")
                """);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecoveryCodesMadeAt",
                table: "staff_accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_invitations_open",
                table: "staff_invitations",
                columns: new[] { "Email", "Role", "LocalityId" },
                unique: true,
                filter: "\"AcceptedAt\" IS NULL AND \"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_initiatives_draft",
                table: "initiatives",
                column: "AuthorId",
                unique: true,
                filter: "\"Stage\" = 'Draft'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_staff_invitations_open",
                table: "staff_invitations");

            migrationBuilder.DropIndex(
                name: "IX_initiatives_draft",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "RecoveryCodesMadeAt",
                table: "staff_accounts");
        }
    }
}
