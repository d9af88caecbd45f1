-- Trigrams of the texts themselves find no word of one or two syllables.
DROP INDEX "Board_content_idx";
DROP INDEX "Board_title_idx";
DROP INDEX "Board_type_startDay_endDay_idx";
DROP INDEX "BoardReply_boardId_createdAt_id_idx";

ALTER TABLE "Board" ADD COLUMN     "choseong" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "isBlocked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "jamo" TEXT NOT NULL DEFAULT '';

ALTER TABLE "BoardReply" ADD COLUMN     "threadPath" VARCHAR(320) NOT NULL DEFAULT '';

CREATE INDEX "Board_createdAt_id_idx" ON "Board"("createdAt" DESC, "id" DESC);
-- Days, and what lists are sorted by: events are chosen by it alone.
CREATE INDEX "Board_type_isDisabled_startDay_endDay_createdAt_id_idx" ON "Board"("type", "isDisabled", "startDay", "endDay", "createdAt", "id");

CREATE INDEX "Board_jamo_idx" ON "Board" USING GIN ("jamo" gin_trgm_ops);

CREATE INDEX "Board_choseong_idx" ON "Board" USING GIN ("choseong" gin_trgm_ops);

-- A post is blocked while a moderator hides it.
ALTER TABLE "Board" ADD CONSTRAINT "Board_isBlocked_check" CHECK ("isDisabled" OR NOT "isBlocked");
-- Not moved out of the row: a search for a frequent word compares thousands of rows.
ALTER TABLE "Board" ALTER COLUMN "jamo" SET STORAGE MAIN, ALTER COLUMN "choseong" SET STORAGE MAIN;
-- As with cafés: new entries wait in a list that every search reads through.
ALTER INDEX "Board_jamo_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Board_choseong_idx" SET (gin_pending_list_limit = 256);

-- A reply's path is its parent's and its own id. Nobody else writes it, and no reply moves.
CREATE FUNCTION set_thread_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'a reply stays where it is' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'BoardReply_thread_kept';
  END IF;
  NEW."threadPath" := coalesce((SELECT parent."threadPath" FROM "BoardReply" parent WHERE parent.id = NEW."parentId"), '')
    || replace(NEW.id::text, '-', '');
  RETURN NEW;
END $$;
WITH RECURSIVE thread AS (
  SELECT r.id, replace(r.id::text, '-', '') AS path FROM "BoardReply" r WHERE r."parentId" IS NULL
  UNION ALL
  SELECT r.id, thread.path || replace(r.id::text, '-', '') FROM "BoardReply" r JOIN thread ON r."parentId" = thread.id
)
UPDATE "BoardReply" r SET "threadPath" = thread.path FROM thread WHERE thread.id = r.id;
CREATE TRIGGER "BoardReply_thread_path" BEFORE INSERT ON "BoardReply" FOR EACH ROW EXECUTE FUNCTION set_thread_path();
CREATE TRIGGER "BoardReply_thread_kept" BEFORE UPDATE OF "id", "parentId", "boardId", "threadPath" ON "BoardReply"
  FOR EACH ROW WHEN (OLD."threadPath" <> NEW."threadPath" OR OLD."parentId" IS DISTINCT FROM NEW."parentId"
    OR OLD."boardId" <> NEW."boardId" OR OLD.id <> NEW.id)
  EXECUTE FUNCTION set_thread_path();

CREATE UNIQUE INDEX "BoardReply_boardId_threadPath_key" ON "BoardReply"("boardId", "threadPath");
