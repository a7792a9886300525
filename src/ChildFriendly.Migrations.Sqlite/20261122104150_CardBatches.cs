using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CardBatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cards_BatchId",
                table: "cards");

            migrationBuilder.DropIndex(
                name: "IX_card_batches_LocalityId",
                table: "card_batches");

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "AgeBand",
                table: "card_batches",
                type: "TEXT",
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 40);

            migrationBuilder.AddColumn<string>(
                name: "Languages",
                table: "card_batches",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "card_batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "card_first_uses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hour = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_first_uses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_card_first_uses_card_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "card_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Cards and batches that are there already get their numbers; every card was printed in Romanian.
            migrationBuilder.Sql("""UPDATE card_batches SET "Languages" = 'ro', "Number" = (SELECT COUNT(*) FROM card_batches b WHERE b."LocalityId" = card_batches."LocalityId" AND b."Id" <= card_batches."Id")""");
            migrationBuilder.Sql("""UPDATE cards SET "Number" = (SELECT COUNT(*) FROM cards c WHERE c."BatchId" = cards."BatchId" AND c."Id" <= cards."Id")""");

            migrationBuilder.CreateIndex(
                name: "IX_cards_BatchId_Number",
                table: "cards",
                columns: new[] { "BatchId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_card_batches_LocalityId_Number",
                table: "card_batches",
                columns: new[] { "LocalityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_card_first_uses_BatchId_Hour",
                table: "card_first_uses",
                columns: new[] { "BatchId", "Hour" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "card_first_uses");

            migrationBuilder.DropIndex(
                name: "IX_cards_BatchId_Number",
                table: "cards");

            migrationBuilder.DropIndex(
                name: "IX_card_batches_LocalityId_Number",
                table: "card_batches");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "Languages",
                table: "card_batches");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "card_batches");

            migrationBuilder.AlterColumn<string>(
                name: "AgeBand",
                table: "card_batches",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_BatchId",
                table: "cards",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_card_batches_LocalityId",
                table: "card_batches",
                column: "LocalityId");
        }
    }
}
