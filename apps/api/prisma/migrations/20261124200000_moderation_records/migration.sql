-- AlterEnum
ALTER TYPE "SessionEnd" ADD VALUE 'USER_BANNED' BEFORE 'REVOKED';

-- How whoever is banned was called: a visitor without an account has no other name.
ALTER TABLE "Ban" ADD COLUMN "nickname" VARCHAR(40) NOT NULL DEFAULT '';
UPDATE "Ban" SET "nickname" = left("User"."nickname", 40) FROM "User" WHERE "User"."id" = "Ban"."userId";

-- Only rooms are banned from one by one.
UPDATE "Ban" SET "viewerId" = NULL WHERE "scope" <> 'ROOMS';
ALTER TABLE "Ban" ADD CONSTRAINT "Ban_viewer_check" CHECK ("viewerId" IS NULL OR "scope" = 'ROOMS');

-- Visitors without an account report and are reported too.
ALTER TABLE "ModerationReport" ADD COLUMN "reporterKey" VARCHAR(64), ADD COLUMN "aboutKey" VARCHAR(64);
CREATE UNIQUE INDEX "ModerationReport_open_visitor_key" ON "ModerationReport" ("reporterKey", "targetType", "targetId")
  WHERE "status" = 'OPEN' AND "reporterId" IS NULL;

-- How many somebody has filed lately, and all by age.
DROP INDEX "ModerationReport_reporterId_idx";
CREATE INDEX "ModerationReport_reporterId_createdAt_idx" ON "ModerationReport"("reporterId", "createdAt");
CREATE INDEX "ModerationReport_reporterKey_createdAt_idx" ON "ModerationReport"("reporterKey", "createdAt");
CREATE INDEX "ModerationReport_createdAt_id_idx" ON "ModerationReport"("createdAt" DESC, "id" DESC);
