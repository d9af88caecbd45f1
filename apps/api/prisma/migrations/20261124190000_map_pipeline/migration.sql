-- CreateEnum
CREATE TYPE "MetaViewerMapSource" AS ENUM ('UPLOAD', 'DERIVED', 'STARTER_ROOM');

-- AlterTable
ALTER TABLE "BackgroundJob" ADD COLUMN     "progress" JSONB;

-- AlterTable
ALTER TABLE "MetaViewerMap" ADD COLUMN     "source" "MetaViewerMapSource" NOT NULL DEFAULT 'UPLOAD';

-- AlterTable
ALTER TABLE "UploadSession" ADD COLUMN     "mapId" UUID,
ADD COLUMN     "mapType" "MetaViewerMapType" NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "UploadSession_mapId_key" ON "UploadSession"("mapId");

-- CreateIndex
CREATE INDEX "MetaViewerMapFile_fileName_idx" ON "MetaViewerMapFile"("fileName");

-- AddForeignKey
ALTER TABLE "UploadSession" ADD CONSTRAINT "UploadSession_mapId_fkey" FOREIGN KEY ("mapId") REFERENCES "MetaViewerMap"("id") ON DELETE SET NULL ON UPDATE CASCADE;
