-- DropIndex
DROP INDEX "Product_cafeId_isDisabled_isSignature_createdAt_idx";

-- DropIndex
DROP INDEX "Product_categoryId_isDisabled_createdAt_idx";

-- DropIndex
DROP INDEX "Product_isDisabled_createdAt_id_idx";

-- DropIndex
DROP INDEX "Product_name_idx";

-- DropIndex
DROP INDEX "WishlistProduct_productId_idx";

-- CreateTable
CREATE TABLE "CafeVisitDay" (
    "cafeId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "pageVisits" INTEGER NOT NULL DEFAULT 0,
    "roomVisits" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CafeVisitDay_pkey" PRIMARY KEY ("cafeId","day")
);

-- CreateTable
CREATE TABLE "ProductSearch" (
    "productId" UUID NOT NULL,
    "cafeId" UUID NOT NULL,
    "categoryId" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "price" INTEGER NOT NULL,
    "isAvailable" BOOLEAN NOT NULL,
    "isSignature" BOOLEAN NOT NULL,
    "isDisabled" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "jamo" TEXT NOT NULL,
    "choseong" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductSearch_pkey" PRIMARY KEY ("productId")
);

-- CreateTable
CREATE TABLE "ProxyUserLinkCode" (
    "proxyUserId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProxyUserLinkCode_pkey" PRIMARY KEY ("proxyUserId")
);

-- CreateIndex
CREATE INDEX "ProductSearch_createdAt_productId_idx" ON "ProductSearch"("createdAt" DESC, "productId" DESC);

-- CreateIndex
CREATE INDEX "ProductSearch_isSignature_createdAt_productId_idx" ON "ProductSearch"("isSignature" DESC, "createdAt" DESC, "productId" DESC);

-- CreateIndex
CREATE INDEX "ProductSearch_price_productId_idx" ON "ProductSearch"("price", "productId");

-- CreateIndex
CREATE INDEX "ProductSearch_name_productId_idx" ON "ProductSearch"("name", "productId");

-- CreateIndex
CREATE INDEX "ProductSearch_cafeId_categoryId_idx" ON "ProductSearch"("cafeId", "categoryId");

-- CreateIndex
CREATE INDEX "ProductSearch_categoryId_idx" ON "ProductSearch"("categoryId");

-- CreateIndex
CREATE INDEX "ProductSearch_jamo_idx" ON "ProductSearch" USING GIN ("jamo" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ProductSearch_choseong_idx" ON "ProductSearch" USING GIN ("choseong" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "ProxyUserLinkCode_codeHash_key" ON "ProxyUserLinkCode"("codeHash");

-- CreateIndex
CREATE INDEX "Product_cafeId_idx" ON "Product"("cafeId");

-- CreateIndex
CREATE INDEX "Product_categoryId_idx" ON "Product"("categoryId");

-- CreateIndex
CREATE INDEX "ProxyUser_memberId_idx" ON "ProxyUser"("memberId");

-- CreateIndex
CREATE INDEX "WishlistProduct_productId_createdAt_idx" ON "WishlistProduct"("productId", "createdAt");

-- AddForeignKey
ALTER TABLE "CafeVisitDay" ADD CONSTRAINT "CafeVisitDay_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductSearch" ADD CONSTRAINT "ProductSearch_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProxyUserLinkCode" ADD CONSTRAINT "ProxyUserLinkCode_proxyUserId_fkey" FOREIGN KEY ("proxyUserId") REFERENCES "ProxyUser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CafeVisitDay" ADD CONSTRAINT "CafeVisitDay_visits_check" CHECK ("pageVisits" >= 0 AND "roomVisits" >= 0);
ALTER TABLE "ProductCategory" ADD CONSTRAINT "ProductCategory_code_check" CHECK ("code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Product" ADD CONSTRAINT "Product_code_check" CHECK ("code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- As for cafés: uncompressed, because a word that most products have is compared with all of them; and a short list of entries that wait.
ALTER TABLE "ProductSearch"
  ALTER COLUMN "jamo" SET STORAGE MAIN,
  ALTER COLUMN "choseong" SET STORAGE MAIN;
ALTER INDEX "ProductSearch_jamo_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "ProductSearch_choseong_idx" SET (gin_pending_list_limit = 256);

-- The copied columns of "ProductSearch" are the product's own, from the first on and after each change.
CREATE FUNCTION fill_product_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT p."cafeId", p."categoryId", p."name", p."price", p."isAvailable", p."isSignature", p."isDisabled", p."createdAt"
  INTO NEW."cafeId", NEW."categoryId", NEW."name", NEW."price", NEW."isAvailable", NEW."isSignature", NEW."isDisabled", NEW."createdAt"
  FROM "Product" p WHERE p."id" = NEW."productId";
  RETURN NEW;
END $$;
CREATE TRIGGER "ProductSearch_fill" BEFORE INSERT ON "ProductSearch"
  FOR EACH ROW EXECUTE FUNCTION fill_product_search();

CREATE FUNCTION follow_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ProductSearch" SET
    "cafeId" = NEW."cafeId", "categoryId" = NEW."categoryId", "name" = NEW."name", "price" = NEW."price",
    "isAvailable" = NEW."isAvailable", "isSignature" = NEW."isSignature", "isDisabled" = NEW."isDisabled",
    "createdAt" = NEW."createdAt"
  WHERE "productId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Product_follow" AFTER UPDATE ON "Product" FOR EACH ROW
  WHEN ((OLD."cafeId", OLD."categoryId", OLD."name", OLD."price", OLD."isAvailable", OLD."isSignature", OLD."isDisabled", OLD."createdAt")
    IS DISTINCT FROM
    (NEW."cafeId", NEW."categoryId", NEW."name", NEW."price", NEW."isAvailable", NEW."isSignature", NEW."isDisabled", NEW."createdAt"))
  EXECUTE FUNCTION follow_product();
