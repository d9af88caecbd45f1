-- The whole domain, as Prisma's engine made it from the schema, with three changes by hand: the extension, siblings' names (NULLS NOT
-- DISTINCT) and the partitions of the transaction log. The part after "Written by hand" has no counterpart in the schema.

-- Trigram indexes for the administrators' free-text searches; a trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateEnum
CREATE TYPE "BoardType" AS ENUM ('BTALK', 'BINFORM', 'BQUESTION', 'BEVENT');

-- CreateEnum
CREATE TYPE "CafeImageSet" AS ENUM ('THUMBNAIL', 'VIRTUAL', 'REAL');

-- CreateEnum
CREATE TYPE "VirtualLinkType" AS ENUM ('ZEPETO', 'WEB_VIEWER', 'OTHER');

-- CreateEnum
CREATE TYPE "CouponStatus" AS ENUM ('ACTIVE', 'USED', 'REVOKED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "CouponAct" AS ENUM ('CREATED', 'USED', 'REVOKED', 'EXPIRED', 'EXTENDED', 'RESTORED');

-- CreateEnum
CREATE TYPE "UploadSessionStatus" AS ENUM ('RECEIVING', 'RECEIVED', 'CHECKING', 'READY', 'REFUSED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "JobStatus" AS ENUM ('PENDING', 'RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "MetaViewerMapType" AS ENUM ('RENDER', 'COLLIDER');

-- CreateEnum
CREATE TYPE "MetaViewerMapStatus" AS ENUM ('PROCESSING', 'READY', 'REFUSED');

-- CreateEnum
CREATE TYPE "MetaViewerMapVariant" AS ENUM ('ORIGINAL', 'DESKTOP', 'MOBILE');

-- CreateEnum
CREATE TYPE "BanScope" AS ENUM ('SITE', 'BOARDS', 'ROOMS');

-- CreateEnum
CREATE TYPE "ReportTarget" AS ENUM ('BOARD', 'BOARD_REPLY', 'USER', 'CAFE', 'IMAGE', 'CHAT_MESSAGE');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('SPAM', 'ABUSE', 'SEXUAL', 'PRIVACY', 'RIGHTS', 'OTHER');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('OPEN', 'UPHELD', 'DISMISSED');

-- CreateEnum
CREATE TYPE "ProxyUserType" AS ENUM ('ETC', 'WEB', 'ZEPETO', 'WEB_VIEWER');

-- CreateEnum
CREATE TYPE "RegionType" AS ENUM ('SPECIAL_CITY', 'METROPOLITAN_CITY', 'SPECIAL_SELF_GOVERNING_CITY', 'PROVINCE', 'SPECIAL_SELF_GOVERNING_PROVINCE', 'DISTRICT', 'CITY', 'COUNTY', 'TOWN', 'TOWNSHIP', 'NEIGHBORHOOD', 'PLACENAME');

-- CreateEnum
CREATE TYPE "SessionEnd" AS ENUM ('LOGOUT', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'USER_DISABLED', 'REVOKED');

-- CreateEnum
CREATE TYPE "EmailTokenPurpose" AS ENUM ('VERIFY_EMAIL', 'CHANGE_EMAIL', 'RESET_PASSWORD');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('USER', 'API_KEY', 'SYSTEM', 'ANONYMOUS');

-- CreateEnum
CREATE TYPE "LoginType" AS ENUM ('LOCAL', 'KAKAO', 'NAVER', 'GOOGLE', 'APPLE');

-- CreateEnum
CREATE TYPE "UserType" AS ENUM ('GENERAL', 'BUSINESS', 'MANAGER', 'ADMIN');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('PENDING', 'DELIVERED', 'FAILED');

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "publicId" VARCHAR(32) NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "sealedSigningSecret" BYTEA,
    "name" VARCHAR(80) NOT NULL,
    "scopes" TEXT[],
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKeyCafe" (
    "apiKeyId" UUID NOT NULL,
    "cafeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiKeyCafe_pkey" PRIMARY KEY ("apiKeyId","cafeId")
);

-- CreateTable
CREATE TABLE "ApiKeyCampaign" (
    "apiKeyId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiKeyCampaign_pkey" PRIMARY KEY ("apiKeyId","campaignId")
);

-- CreateTable
CREATE TABLE "RequestNonce" (
    "apiKeyId" UUID NOT NULL,
    "nonce" VARCHAR(64) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RequestNonce_pkey" PRIMARY KEY ("apiKeyId","nonce")
);

-- CreateTable
CREATE TABLE "Board" (
    "id" UUID NOT NULL,
    "type" "BoardType" NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "content" VARCHAR(50000) NOT NULL,
    "link" VARCHAR(2000),
    "startDay" DATE,
    "endDay" DATE,
    "isReplyAvailable" BOOLEAN NOT NULL DEFAULT true,
    "authorId" UUID NOT NULL,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardImage" (
    "id" UUID NOT NULL,
    "boardId" UUID NOT NULL,
    "imageId" UUID NOT NULL,
    "priority" INTEGER NOT NULL,
    "isThumbnail" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BoardImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardCafe" (
    "boardId" UUID NOT NULL,
    "cafeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BoardCafe_pkey" PRIMARY KEY ("boardId","cafeId")
);

-- CreateTable
CREATE TABLE "BoardReply" (
    "id" UUID NOT NULL,
    "boardId" UUID NOT NULL,
    "parentId" UUID,
    "authorId" UUID NOT NULL,
    "content" VARCHAR(2000) NOT NULL,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BoardReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CafeInfo" (
    "id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "tagline" VARCHAR(100) NOT NULL DEFAULT '',
    "regionId" UUID NOT NULL,
    "address" VARCHAR(200) NOT NULL,
    "directions" VARCHAR(1000) NOT NULL DEFAULT '',
    "businessNumber" VARCHAR(10),
    "ceoName" VARCHAR(40),
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "openingHours" JSONB,
    "phone" VARCHAR(20),
    "introduction" VARCHAR(5000) NOT NULL DEFAULT '',
    "featuredPriority" INTEGER,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CafeInfo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CafeSearch" (
    "cafeId" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "isDisabled" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "jamo" TEXT NOT NULL,
    "choseong" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CafeSearch_pkey" PRIMARY KEY ("cafeId")
);

-- CreateTable
CREATE TABLE "CafeOwner" (
    "cafeId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CafeOwner_pkey" PRIMARY KEY ("cafeId","userId")
);

-- CreateTable
CREATE TABLE "CafeImage" (
    "id" UUID NOT NULL,
    "cafeId" UUID NOT NULL,
    "set" "CafeImageSet" NOT NULL,
    "imageId" UUID NOT NULL,
    "priority" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CafeImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CafeVirtualLink" (
    "id" UUID NOT NULL,
    "cafeId" UUID NOT NULL,
    "type" "VirtualLinkType" NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "url" VARCHAR(2000) NOT NULL,
    "isAvailable" BOOLEAN NOT NULL DEFAULT true,
    "thumbnailId" UUID,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CafeVirtualLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouponCampaign" (
    "id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "tag" VARCHAR(40),
    "description" VARCHAR(5000) NOT NULL DEFAULT '',
    "imageId" UUID,
    "startDay" DATE NOT NULL,
    "endDay" DATE NOT NULL,
    "issueStartsAt" TIMESTAMPTZ(3),
    "issueEndsAt" TIMESTAMPTZ(3),
    "totalCap" INTEGER,
    "memberCap" INTEGER NOT NULL DEFAULT 1,
    "issuedCount" INTEGER NOT NULL DEFAULT 0,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CouponCampaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouponCampaignCafe" (
    "campaignId" UUID NOT NULL,
    "cafeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CouponCampaignCafe_pkey" PRIMARY KEY ("campaignId","cafeId")
);

-- CreateTable
CREATE TABLE "Coupon" (
    "id" UUID NOT NULL,
    "serial" VARCHAR(32) NOT NULL,
    "campaignId" UUID NOT NULL,
    "userId" UUID,
    "proxyUserId" UUID,
    "status" "CouponStatus" NOT NULL DEFAULT 'ACTIVE',
    "name" VARCHAR(100),
    "content" VARCHAR(5000),
    "endDay" DATE,
    "expiryDay" DATE NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedCafeId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Coupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouponHistory" (
    "id" UUID NOT NULL,
    "couponId" UUID NOT NULL,
    "act" "CouponAct" NOT NULL,
    "statusBefore" "CouponStatus",
    "statusAfter" "CouponStatus" NOT NULL,
    "actorUserId" UUID,
    "actorProxyUserId" UUID,
    "actorApiKeyId" UUID,
    "cafeId" UUID,
    "description" VARCHAR(500) NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CouponHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "actorKey" VARCHAR(60) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "operation" VARCHAR(200) NOT NULL,
    "requestHash" BYTEA NOT NULL,
    "responseStatus" INTEGER,
    "responseBody" JSONB,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actorKey","key")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" UUID NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "fileName" VARCHAR(120) NOT NULL,
    "thumbnailName" VARCHAR(120) NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "mimeType" VARCHAR(40) NOT NULL,
    "thumbhash" VARCHAR(64) NOT NULL,
    "uploaderId" UUID,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadSession" (
    "id" UUID NOT NULL,
    "uploaderId" UUID NOT NULL,
    "viewerId" UUID,
    "status" "UploadSessionStatus" NOT NULL DEFAULT 'RECEIVING',
    "displayName" VARCHAR(255) NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "findings" JSONB,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UploadSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BackgroundJob" (
    "id" UUID NOT NULL,
    "kind" VARCHAR(60) NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "dedupeKey" VARCHAR(200),
    "status" "JobStatus" NOT NULL DEFAULT 'PENDING',
    "runAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "maxAttempts" INTEGER NOT NULL DEFAULT 5,
    "lockedBy" VARCHAR(100),
    "lockedUntil" TIMESTAMPTZ(3),
    "lastError" VARCHAR(2000),
    "finishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BackgroundJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SystemState" (
    "key" VARCHAR(80) NOT NULL,
    "value" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SystemState_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "MetaViewerInfo" (
    "id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "cafeId" UUID NOT NULL,
    "worldData" JSONB NOT NULL,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MetaViewerInfo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetaViewerMap" (
    "id" UUID NOT NULL,
    "viewerId" UUID NOT NULL,
    "type" "MetaViewerMapType" NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "MetaViewerMapStatus" NOT NULL DEFAULT 'PROCESSING',
    "isActive" BOOLEAN NOT NULL DEFAULT false,
    "isDraco" BOOLEAN NOT NULL DEFAULT false,
    "sourceMapId" UUID,
    "report" JSONB,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MetaViewerMap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetaViewerMapFile" (
    "id" UUID NOT NULL,
    "mapId" UUID NOT NULL,
    "variant" "MetaViewerMapVariant" NOT NULL,
    "fileName" VARCHAR(120) NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MetaViewerMapFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetaViewerImage" (
    "viewerId" UUID NOT NULL,
    "imageId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MetaViewerImage_pkey" PRIMARY KEY ("viewerId","imageId")
);

-- CreateTable
CREATE TABLE "Ban" (
    "id" UUID NOT NULL,
    "scope" "BanScope" NOT NULL,
    "userId" UUID,
    "clientKey" VARCHAR(64),
    "viewerId" UUID,
    "reason" VARCHAR(500) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3),
    "imposedById" UUID,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ban_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModerationReport" (
    "id" UUID NOT NULL,
    "targetType" "ReportTarget" NOT NULL,
    "targetId" VARCHAR(80) NOT NULL,
    "aboutUserId" UUID,
    "reporterId" UUID,
    "reason" "ReportReason" NOT NULL,
    "detail" VARCHAR(1000) NOT NULL DEFAULT '',
    "evidence" JSONB,
    "status" "ReportStatus" NOT NULL DEFAULT 'OPEN',
    "handledById" UUID,
    "handledAt" TIMESTAMPTZ(3),
    "resolution" VARCHAR(1000) NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModerationReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "content" VARCHAR(50000) NOT NULL,
    "link" VARCHAR(2000),
    "startDay" DATE,
    "endDay" DATE,
    "isPinned" BOOLEAN NOT NULL DEFAULT false,
    "authorId" UUID NOT NULL,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductCategory" (
    "id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "parentId" UUID,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductCategoryClosure" (
    "ancestorId" UUID NOT NULL,
    "descendantId" UUID NOT NULL,
    "depth" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductCategoryClosure_pkey" PRIMARY KEY ("ancestorId","descendantId")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "description" VARCHAR(5000) NOT NULL DEFAULT '',
    "price" INTEGER NOT NULL,
    "originalPrice" INTEGER,
    "stockQuantity" INTEGER,
    "minOrderQuantity" INTEGER NOT NULL DEFAULT 1,
    "isAvailable" BOOLEAN NOT NULL DEFAULT true,
    "isSignature" BOOLEAN NOT NULL DEFAULT false,
    "categoryId" UUID NOT NULL,
    "cafeId" UUID NOT NULL,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductLink" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "label" VARCHAR(60) NOT NULL,
    "url" VARCHAR(2000) NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductImage" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "imageId" UUID NOT NULL,
    "priority" INTEGER NOT NULL,
    "isThumbnail" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WishlistProduct" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "userId" UUID,
    "proxyUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WishlistProduct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProxyUser" (
    "id" UUID NOT NULL,
    "type" "ProxyUserType" NOT NULL,
    "memberId" VARCHAR(255) NOT NULL,
    "displayName" VARCHAR(60) NOT NULL,
    "userId" UUID,
    "linkedAt" TIMESTAMPTZ(3),
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProxyUser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Region" (
    "id" UUID NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "type" "RegionType" NOT NULL,
    "parentId" UUID,
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionClosure" (
    "ancestorId" UUID NOT NULL,
    "descendantId" UUID NOT NULL,
    "depth" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegionClosure_pkey" PRIMARY KEY ("ancestorId","descendantId")
);

-- CreateTable
CREATE TABLE "SessionFamily" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "userAgent" VARCHAR(255),
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "endReason" "SessionEnd",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SessionFamily_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "successorId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RefreshToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginAttempt" (
    "loginIdKey" VARCHAR(20) NOT NULL,
    "clientKey" VARCHAR(64) NOT NULL,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "firstFailedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastFailedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LoginAttempt_pkey" PRIMARY KEY ("loginIdKey","clientKey")
);

-- CreateTable
CREATE TABLE "EmailToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" "EmailTokenPurpose" NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmailToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TransactionLog" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" "ActorKind" NOT NULL,
    "actorId" UUID,
    "action" VARCHAR(80) NOT NULL,
    "resourceType" VARCHAR(60) NOT NULL,
    "resourceId" VARCHAR(80),
    "before" JSONB,
    "after" JSONB,
    "requestId" VARCHAR(80),

    CONSTRAINT "TransactionLog_pkey" PRIMARY KEY ("id","createdAt")
) PARTITION BY RANGE ("createdAt");

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "loginId" VARCHAR(20),
    "loginIdKey" VARCHAR(20),
    "passwordHash" TEXT,
    "nickname" VARCHAR(40) NOT NULL,
    "name" VARCHAR(40),
    "email" VARCHAR(254),
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "loginType" "LoginType" NOT NULL DEFAULT 'LOCAL',
    "userType" "UserType" NOT NULL DEFAULT 'GENERAL',
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "withdrawnAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),
    "lastLoginAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SocialIdentity" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "provider" "LoginType" NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SocialIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" UUID NOT NULL,
    "apiKeyId" UUID NOT NULL,
    "cafeId" UUID,
    "url" VARCHAR(2000) NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    "topics" TEXT[],
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "id" UUID NOT NULL,
    "topic" VARCHAR(80) NOT NULL,
    "payload" JSONB NOT NULL,
    "cafeId" UUID,
    "dispatchedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "responseStatus" INTEGER,
    "lastError" VARCHAR(2000),
    "deliveredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_publicId_key" ON "ApiKey"("publicId");

-- CreateIndex
CREATE INDEX "ApiKey_createdById_idx" ON "ApiKey"("createdById");

-- CreateIndex
CREATE INDEX "ApiKey_createdAt_id_idx" ON "ApiKey"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ApiKeyCafe_cafeId_idx" ON "ApiKeyCafe"("cafeId");

-- CreateIndex
CREATE INDEX "ApiKeyCampaign_campaignId_idx" ON "ApiKeyCampaign"("campaignId");

-- CreateIndex
CREATE INDEX "RequestNonce_expiresAt_idx" ON "RequestNonce"("expiresAt");

-- CreateIndex
CREATE INDEX "Board_type_isDisabled_createdAt_id_idx" ON "Board"("type", "isDisabled", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Board_isDisabled_createdAt_id_idx" ON "Board"("isDisabled", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Board_type_startDay_endDay_idx" ON "Board"("type", "startDay", "endDay");

-- CreateIndex
CREATE INDEX "Board_authorId_createdAt_idx" ON "Board"("authorId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Board_title_idx" ON "Board" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Board_content_idx" ON "Board" USING GIN ("content" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "BoardImage_imageId_idx" ON "BoardImage"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "BoardImage_boardId_imageId_key" ON "BoardImage"("boardId", "imageId");

-- CreateIndex
CREATE UNIQUE INDEX "BoardImage_boardId_priority_key" ON "BoardImage"("boardId", "priority");

-- CreateIndex
CREATE INDEX "BoardCafe_cafeId_createdAt_idx" ON "BoardCafe"("cafeId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "BoardReply_boardId_createdAt_id_idx" ON "BoardReply"("boardId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "BoardReply_parentId_boardId_idx" ON "BoardReply"("parentId", "boardId");

-- CreateIndex
CREATE INDEX "BoardReply_authorId_createdAt_idx" ON "BoardReply"("authorId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "BoardReply_id_boardId_key" ON "BoardReply"("id", "boardId");

-- CreateIndex
CREATE UNIQUE INDEX "CafeInfo_code_key" ON "CafeInfo"("code");

-- CreateIndex
CREATE INDEX "CafeInfo_isDisabled_createdAt_id_idx" ON "CafeInfo"("isDisabled", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "CafeInfo_featuredPriority_idx" ON "CafeInfo"("featuredPriority");

-- CreateIndex
CREATE INDEX "CafeInfo_businessNumber_idx" ON "CafeInfo"("businessNumber");

-- CreateIndex
CREATE UNIQUE INDEX "CafeInfo_regionId_isDisabled_createdAt_id_key" ON "CafeInfo"("regionId", "isDisabled", "createdAt", "id");

-- CreateIndex
CREATE INDEX "CafeSearch_isDisabled_createdAt_cafeId_idx" ON "CafeSearch"("isDisabled", "createdAt" DESC, "cafeId" DESC);

-- CreateIndex
CREATE INDEX "CafeSearch_jamo_idx" ON "CafeSearch" USING GIN ("jamo" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "CafeSearch_choseong_idx" ON "CafeSearch" USING GIN ("choseong" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "CafeSearch_regionId_isDisabled_createdAt_cafeId_key" ON "CafeSearch"("regionId", "isDisabled", "createdAt", "cafeId");

-- CreateIndex
CREATE INDEX "CafeOwner_userId_idx" ON "CafeOwner"("userId");

-- CreateIndex
CREATE INDEX "CafeImage_imageId_idx" ON "CafeImage"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "CafeImage_cafeId_set_imageId_key" ON "CafeImage"("cafeId", "set", "imageId");

-- CreateIndex
CREATE UNIQUE INDEX "CafeImage_cafeId_set_priority_key" ON "CafeImage"("cafeId", "set", "priority");

-- CreateIndex
CREATE INDEX "CafeVirtualLink_cafeId_priority_idx" ON "CafeVirtualLink"("cafeId", "priority");

-- CreateIndex
CREATE INDEX "CafeVirtualLink_thumbnailId_idx" ON "CafeVirtualLink"("thumbnailId");

-- CreateIndex
CREATE UNIQUE INDEX "CafeVirtualLink_cafeId_type_key" ON "CafeVirtualLink"("cafeId", "type");

-- CreateIndex
CREATE UNIQUE INDEX "CouponCampaign_code_key" ON "CouponCampaign"("code");

-- CreateIndex
CREATE INDEX "CouponCampaign_isDisabled_createdAt_id_idx" ON "CouponCampaign"("isDisabled", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "CouponCampaign_tag_idx" ON "CouponCampaign"("tag");

-- CreateIndex
CREATE INDEX "CouponCampaign_startDay_endDay_idx" ON "CouponCampaign"("startDay", "endDay");

-- CreateIndex
CREATE INDEX "CouponCampaign_imageId_idx" ON "CouponCampaign"("imageId");

-- CreateIndex
CREATE INDEX "CouponCampaignCafe_cafeId_idx" ON "CouponCampaignCafe"("cafeId");

-- CreateIndex
CREATE UNIQUE INDEX "Coupon_serial_key" ON "Coupon"("serial");

-- CreateIndex
CREATE INDEX "Coupon_campaignId_status_createdAt_idx" ON "Coupon"("campaignId", "status", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Coupon_campaignId_userId_idx" ON "Coupon"("campaignId", "userId");

-- CreateIndex
CREATE INDEX "Coupon_campaignId_proxyUserId_idx" ON "Coupon"("campaignId", "proxyUserId");

-- CreateIndex
CREATE INDEX "Coupon_userId_status_createdAt_idx" ON "Coupon"("userId", "status", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Coupon_proxyUserId_status_createdAt_idx" ON "Coupon"("proxyUserId", "status", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Coupon_status_expiryDay_idx" ON "Coupon"("status", "expiryDay");

-- CreateIndex
CREATE INDEX "Coupon_usedCafeId_usedAt_idx" ON "Coupon"("usedCafeId", "usedAt" DESC);

-- CreateIndex
CREATE INDEX "Coupon_createdAt_id_idx" ON "Coupon"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "CouponHistory_couponId_createdAt_id_idx" ON "CouponHistory"("couponId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "CouponHistory_cafeId_act_createdAt_idx" ON "CouponHistory"("cafeId", "act", "createdAt");

-- CreateIndex
CREATE INDEX "CouponHistory_act_createdAt_idx" ON "CouponHistory"("act", "createdAt");

-- CreateIndex
CREATE INDEX "CouponHistory_actorUserId_idx" ON "CouponHistory"("actorUserId");

-- CreateIndex
CREATE INDEX "CouponHistory_actorProxyUserId_idx" ON "CouponHistory"("actorProxyUserId");

-- CreateIndex
CREATE INDEX "CouponHistory_actorApiKeyId_idx" ON "CouponHistory"("actorApiKeyId");

-- CreateIndex
CREATE INDEX "IdempotencyKey_expiresAt_idx" ON "IdempotencyKey"("expiresAt");

-- CreateIndex
CREATE INDEX "Image_contentHash_idx" ON "Image"("contentHash");

-- CreateIndex
CREATE INDEX "Image_fileName_idx" ON "Image"("fileName");

-- CreateIndex
CREATE INDEX "Image_thumbnailName_idx" ON "Image"("thumbnailName");

-- CreateIndex
CREATE INDEX "Image_uploaderId_idx" ON "Image"("uploaderId");

-- CreateIndex
CREATE INDEX "Image_createdAt_idx" ON "Image"("createdAt");

-- CreateIndex
CREATE INDEX "UploadSession_uploaderId_createdAt_idx" ON "UploadSession"("uploaderId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "UploadSession_viewerId_idx" ON "UploadSession"("viewerId");

-- CreateIndex
CREATE INDEX "UploadSession_status_expiresAt_idx" ON "UploadSession"("status", "expiresAt");

-- CreateIndex
CREATE INDEX "BackgroundJob_status_runAt_id_idx" ON "BackgroundJob"("status", "runAt", "id");

-- CreateIndex
CREATE INDEX "BackgroundJob_status_lockedUntil_idx" ON "BackgroundJob"("status", "lockedUntil");

-- CreateIndex
CREATE INDEX "BackgroundJob_kind_createdAt_idx" ON "BackgroundJob"("kind", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "BackgroundJob_finishedAt_idx" ON "BackgroundJob"("finishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MetaViewerInfo_code_key" ON "MetaViewerInfo"("code");

-- CreateIndex
CREATE INDEX "MetaViewerInfo_cafeId_idx" ON "MetaViewerInfo"("cafeId");

-- CreateIndex
CREATE INDEX "MetaViewerInfo_isDisabled_createdAt_id_idx" ON "MetaViewerInfo"("isDisabled", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "MetaViewerMap_sourceMapId_idx" ON "MetaViewerMap"("sourceMapId");

-- CreateIndex
CREATE INDEX "MetaViewerMap_uploadedById_idx" ON "MetaViewerMap"("uploadedById");

-- CreateIndex
CREATE INDEX "MetaViewerMap_status_createdAt_idx" ON "MetaViewerMap"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "MetaViewerMap_viewerId_type_version_key" ON "MetaViewerMap"("viewerId", "type", "version");

-- CreateIndex
CREATE INDEX "MetaViewerMapFile_contentHash_idx" ON "MetaViewerMapFile"("contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "MetaViewerMapFile_mapId_variant_key" ON "MetaViewerMapFile"("mapId", "variant");

-- CreateIndex
CREATE INDEX "MetaViewerImage_imageId_idx" ON "MetaViewerImage"("imageId");

-- CreateIndex
CREATE INDEX "Ban_userId_liftedAt_endsAt_idx" ON "Ban"("userId", "liftedAt", "endsAt");

-- CreateIndex
CREATE INDEX "Ban_clientKey_liftedAt_endsAt_idx" ON "Ban"("clientKey", "liftedAt", "endsAt");

-- CreateIndex
CREATE INDEX "Ban_viewerId_idx" ON "Ban"("viewerId");

-- CreateIndex
CREATE INDEX "Ban_imposedById_idx" ON "Ban"("imposedById");

-- CreateIndex
CREATE INDEX "Ban_liftedById_idx" ON "Ban"("liftedById");

-- CreateIndex
CREATE INDEX "Ban_createdAt_id_idx" ON "Ban"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ModerationReport_status_createdAt_id_idx" ON "ModerationReport"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ModerationReport_targetType_targetId_idx" ON "ModerationReport"("targetType", "targetId");

-- CreateIndex
CREATE INDEX "ModerationReport_aboutUserId_idx" ON "ModerationReport"("aboutUserId");

-- CreateIndex
CREATE INDEX "ModerationReport_reporterId_idx" ON "ModerationReport"("reporterId");

-- CreateIndex
CREATE INDEX "ModerationReport_handledById_idx" ON "ModerationReport"("handledById");

-- CreateIndex
CREATE INDEX "Notice_isDisabled_isPinned_createdAt_id_idx" ON "Notice"("isDisabled", "isPinned" DESC, "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Notice_startDay_endDay_idx" ON "Notice"("startDay", "endDay");

-- CreateIndex
CREATE INDEX "Notice_authorId_idx" ON "Notice"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "ProductCategory_code_key" ON "ProductCategory"("code");

-- CreateIndex
CREATE INDEX "ProductCategory_parentId_priority_idx" ON "ProductCategory"("parentId", "priority");

-- CreateIndex
CREATE UNIQUE INDEX "ProductCategory_parentId_name_key" ON "ProductCategory"("parentId", "name") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "ProductCategoryClosure_descendantId_depth_idx" ON "ProductCategoryClosure"("descendantId", "depth");

-- CreateIndex
CREATE UNIQUE INDEX "Product_code_key" ON "Product"("code");

-- CreateIndex
CREATE INDEX "Product_isDisabled_createdAt_id_idx" ON "Product"("isDisabled", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Product_cafeId_isDisabled_isSignature_createdAt_idx" ON "Product"("cafeId", "isDisabled", "isSignature" DESC, "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Product_categoryId_isDisabled_createdAt_idx" ON "Product"("categoryId", "isDisabled", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Product_name_idx" ON "Product" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ProductLink_productId_priority_idx" ON "ProductLink"("productId", "priority");

-- CreateIndex
CREATE INDEX "ProductImage_imageId_idx" ON "ProductImage"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "ProductImage_productId_imageId_key" ON "ProductImage"("productId", "imageId");

-- CreateIndex
CREATE UNIQUE INDEX "ProductImage_productId_priority_key" ON "ProductImage"("productId", "priority");

-- CreateIndex
CREATE INDEX "WishlistProduct_productId_idx" ON "WishlistProduct"("productId");

-- CreateIndex
CREATE INDEX "WishlistProduct_userId_createdAt_idx" ON "WishlistProduct"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "WishlistProduct_proxyUserId_createdAt_idx" ON "WishlistProduct"("proxyUserId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "WishlistProduct_userId_productId_key" ON "WishlistProduct"("userId", "productId");

-- CreateIndex
CREATE UNIQUE INDEX "WishlistProduct_proxyUserId_productId_key" ON "WishlistProduct"("proxyUserId", "productId");

-- CreateIndex
CREATE INDEX "ProxyUser_userId_idx" ON "ProxyUser"("userId");

-- CreateIndex
CREATE INDEX "ProxyUser_createdAt_id_idx" ON "ProxyUser"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ProxyUser_displayName_idx" ON "ProxyUser" USING GIN ("displayName" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "ProxyUser_type_memberId_key" ON "ProxyUser"("type", "memberId");

-- CreateIndex
CREATE INDEX "Region_type_name_idx" ON "Region"("type", "name");

-- CreateIndex
CREATE INDEX "Region_isDisabled_idx" ON "Region"("isDisabled");

-- CreateIndex
CREATE UNIQUE INDEX "Region_parentId_name_key" ON "Region"("parentId", "name") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "RegionClosure_descendantId_depth_idx" ON "RegionClosure"("descendantId", "depth");

-- CreateIndex
CREATE INDEX "SessionFamily_userId_revokedAt_idx" ON "SessionFamily"("userId", "revokedAt");

-- CreateIndex
CREATE INDEX "SessionFamily_expiresAt_idx" ON "SessionFamily"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_tokenHash_key" ON "RefreshToken"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_successorId_key" ON "RefreshToken"("successorId");

-- CreateIndex
CREATE INDEX "RefreshToken_familyId_idx" ON "RefreshToken"("familyId");

-- CreateIndex
CREATE INDEX "RefreshToken_expiresAt_idx" ON "RefreshToken"("expiresAt");

-- CreateIndex
CREATE INDEX "LoginAttempt_lastFailedAt_idx" ON "LoginAttempt"("lastFailedAt");

-- CreateIndex
CREATE UNIQUE INDEX "EmailToken_tokenHash_key" ON "EmailToken"("tokenHash");

-- CreateIndex
CREATE INDEX "EmailToken_userId_purpose_createdAt_idx" ON "EmailToken"("userId", "purpose", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "EmailToken_expiresAt_idx" ON "EmailToken"("expiresAt");

-- CreateIndex
CREATE INDEX "TransactionLog_createdAt_id_idx" ON "TransactionLog"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "TransactionLog_action_createdAt_idx" ON "TransactionLog"("action", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "TransactionLog_resourceType_resourceId_createdAt_idx" ON "TransactionLog"("resourceType", "resourceId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "TransactionLog_actorId_createdAt_idx" ON "TransactionLog"("actorId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "User_loginIdKey_key" ON "User"("loginIdKey");

-- CreateIndex
CREATE UNIQUE INDEX "User_nickname_key" ON "User"("nickname");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_createdAt_id_idx" ON "User"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "User_userType_createdAt_idx" ON "User"("userType", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "User_isDisabled_createdAt_idx" ON "User"("isDisabled", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "User_loginId_idx" ON "User" USING GIN ("loginId" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "User_nickname_idx" ON "User" USING GIN ("nickname" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "User_name_idx" ON "User" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "User_email_idx" ON "User" USING GIN ("email" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "SocialIdentity_provider_subject_key" ON "SocialIdentity"("provider", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "SocialIdentity_userId_provider_key" ON "SocialIdentity"("userId", "provider");

-- CreateIndex
CREATE INDEX "WebhookEndpoint_apiKeyId_idx" ON "WebhookEndpoint"("apiKeyId");

-- CreateIndex
CREATE INDEX "WebhookEndpoint_cafeId_idx" ON "WebhookEndpoint"("cafeId");

-- CreateIndex
CREATE INDEX "OutboxEvent_dispatchedAt_id_idx" ON "OutboxEvent"("dispatchedAt", "id");

-- CreateIndex
CREATE INDEX "OutboxEvent_createdAt_idx" ON "OutboxEvent"("createdAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_status_nextAttemptAt_idx" ON "WebhookDelivery"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_createdAt_idx" ON "WebhookDelivery"("endpointId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_eventId_endpointId_key" ON "WebhookDelivery"("eventId", "endpointId");

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKeyCafe" ADD CONSTRAINT "ApiKeyCafe_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKeyCafe" ADD CONSTRAINT "ApiKeyCafe_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKeyCampaign" ADD CONSTRAINT "ApiKeyCampaign_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKeyCampaign" ADD CONSTRAINT "ApiKeyCampaign_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "CouponCampaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestNonce" ADD CONSTRAINT "RequestNonce_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Board" ADD CONSTRAINT "Board_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardImage" ADD CONSTRAINT "BoardImage_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardImage" ADD CONSTRAINT "BoardImage_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardCafe" ADD CONSTRAINT "BoardCafe_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardCafe" ADD CONSTRAINT "BoardCafe_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardReply" ADD CONSTRAINT "BoardReply_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardReply" ADD CONSTRAINT "BoardReply_parentId_boardId_fkey" FOREIGN KEY ("parentId", "boardId") REFERENCES "BoardReply"("id", "boardId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "BoardReply" ADD CONSTRAINT "BoardReply_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeInfo" ADD CONSTRAINT "CafeInfo_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeSearch" ADD CONSTRAINT "CafeSearch_regionId_isDisabled_createdAt_cafeId_fkey" FOREIGN KEY ("regionId", "isDisabled", "createdAt", "cafeId") REFERENCES "CafeInfo"("regionId", "isDisabled", "createdAt", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeOwner" ADD CONSTRAINT "CafeOwner_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeOwner" ADD CONSTRAINT "CafeOwner_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeImage" ADD CONSTRAINT "CafeImage_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeImage" ADD CONSTRAINT "CafeImage_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeVirtualLink" ADD CONSTRAINT "CafeVirtualLink_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CafeVirtualLink" ADD CONSTRAINT "CafeVirtualLink_thumbnailId_fkey" FOREIGN KEY ("thumbnailId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponCampaign" ADD CONSTRAINT "CouponCampaign_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponCampaignCafe" ADD CONSTRAINT "CouponCampaignCafe_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "CouponCampaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponCampaignCafe" ADD CONSTRAINT "CouponCampaignCafe_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "CouponCampaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_proxyUserId_fkey" FOREIGN KEY ("proxyUserId") REFERENCES "ProxyUser"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_usedCafeId_fkey" FOREIGN KEY ("usedCafeId") REFERENCES "CafeInfo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponHistory" ADD CONSTRAINT "CouponHistory_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CouponHistory" ADD CONSTRAINT "CouponHistory_actorUserId_fkey" FOREIGN KEY ("actorUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CouponHistory" ADD CONSTRAINT "CouponHistory_actorProxyUserId_fkey" FOREIGN KEY ("actorProxyUserId") REFERENCES "ProxyUser"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CouponHistory" ADD CONSTRAINT "CouponHistory_actorApiKeyId_fkey" FOREIGN KEY ("actorApiKeyId") REFERENCES "ApiKey"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CouponHistory" ADD CONSTRAINT "CouponHistory_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadSession" ADD CONSTRAINT "UploadSession_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadSession" ADD CONSTRAINT "UploadSession_viewerId_fkey" FOREIGN KEY ("viewerId") REFERENCES "MetaViewerInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetaViewerInfo" ADD CONSTRAINT "MetaViewerInfo_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetaViewerMap" ADD CONSTRAINT "MetaViewerMap_viewerId_fkey" FOREIGN KEY ("viewerId") REFERENCES "MetaViewerInfo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetaViewerMap" ADD CONSTRAINT "MetaViewerMap_sourceMapId_fkey" FOREIGN KEY ("sourceMapId") REFERENCES "MetaViewerMap"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetaViewerMap" ADD CONSTRAINT "MetaViewerMap_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetaViewerMapFile" ADD CONSTRAINT "MetaViewerMapFile_mapId_fkey" FOREIGN KEY ("mapId") REFERENCES "MetaViewerMap"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetaViewerImage" ADD CONSTRAINT "MetaViewerImage_viewerId_fkey" FOREIGN KEY ("viewerId") REFERENCES "MetaViewerInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetaViewerImage" ADD CONSTRAINT "MetaViewerImage_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ban" ADD CONSTRAINT "Ban_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ban" ADD CONSTRAINT "Ban_viewerId_fkey" FOREIGN KEY ("viewerId") REFERENCES "MetaViewerInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ban" ADD CONSTRAINT "Ban_imposedById_fkey" FOREIGN KEY ("imposedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ban" ADD CONSTRAINT "Ban_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationReport" ADD CONSTRAINT "ModerationReport_aboutUserId_fkey" FOREIGN KEY ("aboutUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationReport" ADD CONSTRAINT "ModerationReport_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationReport" ADD CONSTRAINT "ModerationReport_handledById_fkey" FOREIGN KEY ("handledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductCategory" ADD CONSTRAINT "ProductCategory_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "ProductCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductCategoryClosure" ADD CONSTRAINT "ProductCategoryClosure_ancestorId_fkey" FOREIGN KEY ("ancestorId") REFERENCES "ProductCategory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductCategoryClosure" ADD CONSTRAINT "ProductCategoryClosure_descendantId_fkey" FOREIGN KEY ("descendantId") REFERENCES "ProductCategory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "ProductCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductLink" ADD CONSTRAINT "ProductLink_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductImage" ADD CONSTRAINT "ProductImage_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductImage" ADD CONSTRAINT "ProductImage_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WishlistProduct" ADD CONSTRAINT "WishlistProduct_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WishlistProduct" ADD CONSTRAINT "WishlistProduct_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WishlistProduct" ADD CONSTRAINT "WishlistProduct_proxyUserId_fkey" FOREIGN KEY ("proxyUserId") REFERENCES "ProxyUser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProxyUser" ADD CONSTRAINT "ProxyUser_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionClosure" ADD CONSTRAINT "RegionClosure_ancestorId_fkey" FOREIGN KEY ("ancestorId") REFERENCES "Region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionClosure" ADD CONSTRAINT "RegionClosure_descendantId_fkey" FOREIGN KEY ("descendantId") REFERENCES "Region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionFamily" ADD CONSTRAINT "SessionFamily_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "SessionFamily"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "RefreshToken"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailToken" ADD CONSTRAINT "EmailToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SocialIdentity" ADD CONSTRAINT "SocialIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookEndpoint" ADD CONSTRAINT "WebhookEndpoint_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookEndpoint" ADD CONSTRAINT "WebhookEndpoint_cafeId_fkey" FOREIGN KEY ("cafeId") REFERENCES "CafeInfo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "OutboxEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma's schema language cannot say.

-- A LOCAL user has a login id and a password until erased; the look-up key is the login id in lower case.
ALTER TABLE "User"
  ADD CONSTRAINT "User_loginId_check" CHECK ("loginId" ~ '^[A-Za-z0-9_-]{3,20}$'),
  ADD CONSTRAINT "User_loginIdKey_check" CHECK ("loginIdKey" IS NOT DISTINCT FROM lower("loginId")),
  ADD CONSTRAINT "User_email_check" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "User_local_check" CHECK (
    "loginType" <> 'LOCAL' OR "erasedAt" IS NOT NULL OR ("loginId" IS NOT NULL AND "passwordHash" IS NOT NULL)
  );
-- "Mina" and "mina" are one nickname.
CREATE UNIQUE INDEX "User_nickname_lower_key" ON "User" (lower("nickname"));

ALTER TABLE "SocialIdentity" ADD CONSTRAINT "SocialIdentity_provider_check" CHECK ("provider" <> 'LOCAL');
ALTER TABLE "SessionFamily" ADD CONSTRAINT "SessionFamily_end_check" CHECK (("revokedAt" IS NULL) = ("endReason" IS NULL));
ALTER TABLE "LoginAttempt" ADD CONSTRAINT "LoginAttempt_failureCount_check" CHECK ("failureCount" >= 0);
ALTER TABLE "EmailToken" ADD CONSTRAINT "EmailToken_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_scopes_check" CHECK (cardinality("scopes") > 0);

-- Trees: no node is its own parent, depth 0 is the node itself and nothing else.
ALTER TABLE "Region" ADD CONSTRAINT "Region_parentId_check" CHECK ("parentId" <> "id");
ALTER TABLE "RegionClosure" ADD CONSTRAINT "RegionClosure_depth_check"
  CHECK ("depth" >= 0 AND ("depth" = 0) = ("ancestorId" = "descendantId"));
ALTER TABLE "ProductCategory" ADD CONSTRAINT "ProductCategory_parentId_check" CHECK ("parentId" <> "id");
ALTER TABLE "ProductCategoryClosure" ADD CONSTRAINT "ProductCategoryClosure_depth_check"
  CHECK ("depth" >= 0 AND ("depth" = 0) = ("ancestorId" = "descendantId"));

ALTER TABLE "CafeInfo"
  ADD CONSTRAINT "CafeInfo_code_check" CHECK ("code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "CafeInfo_businessNumber_check" CHECK ("businessNumber" ~ '^[0-9]{10}$'),
  ADD CONSTRAINT "CafeInfo_latitude_check" CHECK ("latitude" BETWEEN -90 AND 90),
  ADD CONSTRAINT "CafeInfo_longitude_check" CHECK ("longitude" BETWEEN -180 AND 180);
-- Uncompressed: a search that matches most cafés reads them all.
ALTER TABLE "CafeSearch"
  ALTER COLUMN "jamo" SET STORAGE MAIN,
  ALTER COLUMN "choseong" SET STORAGE MAIN;
-- New entries wait in a list that every search reads through: at most 256 kB of it, which still makes writing four times cheaper.
ALTER INDEX "CafeSearch_jamo_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "CafeSearch_choseong_idx" SET (gin_pending_list_limit = 256);
ALTER TABLE "CafeImage" ADD CONSTRAINT "CafeImage_priority_check" CHECK ("priority" >= 0);
ALTER TABLE "CafeVirtualLink" ADD CONSTRAINT "CafeVirtualLink_priority_check" CHECK ("priority" >= 0);

ALTER TABLE "Image"
  ADD CONSTRAINT "Image_contentHash_check" CHECK ("contentHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Image_size_check" CHECK ("width" > 0 AND "height" > 0 AND "sizeBytes" > 0);
ALTER TABLE "UploadSession" ADD CONSTRAINT "UploadSession_bytes_check"
  CHECK ("sizeBytes" BETWEEN 1 AND 500 * 1024 * 1024 AND "receivedBytes" BETWEEN 0 AND "sizeBytes");

ALTER TABLE "Board" ADD CONSTRAINT "Board_days_check" CHECK ("startDay" <= "endDay");
ALTER TABLE "BoardImage" ADD CONSTRAINT "BoardImage_priority_check" CHECK ("priority" >= 0);
CREATE UNIQUE INDEX "BoardImage_thumbnail_key" ON "BoardImage" ("boardId") WHERE "isThumbnail";
ALTER TABLE "BoardReply" ADD CONSTRAINT "BoardReply_parentId_check" CHECK ("parentId" <> "id");
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_days_check" CHECK ("startDay" <= "endDay");

ALTER TABLE "ProductCategory" ADD CONSTRAINT "ProductCategory_priority_check" CHECK ("priority" >= 0);
ALTER TABLE "Product"
  ADD CONSTRAINT "Product_price_check" CHECK ("price" >= 0),
  ADD CONSTRAINT "Product_originalPrice_check" CHECK ("originalPrice" >= "price"),
  ADD CONSTRAINT "Product_stockQuantity_check" CHECK ("stockQuantity" >= 0),
  ADD CONSTRAINT "Product_minOrderQuantity_check" CHECK ("minOrderQuantity" >= 1);
ALTER TABLE "ProductLink" ADD CONSTRAINT "ProductLink_priority_check" CHECK ("priority" >= 0);
ALTER TABLE "ProductImage" ADD CONSTRAINT "ProductImage_priority_check" CHECK ("priority" >= 0);
CREATE UNIQUE INDEX "ProductImage_thumbnail_key" ON "ProductImage" ("productId") WHERE "isThumbnail";
ALTER TABLE "WishlistProduct" ADD CONSTRAINT "WishlistProduct_owner_check" CHECK (num_nonnulls("userId", "proxyUserId") = 1);

ALTER TABLE "CouponCampaign"
  ADD CONSTRAINT "CouponCampaign_days_check" CHECK ("startDay" <= "endDay"),
  ADD CONSTRAINT "CouponCampaign_issue_check" CHECK ("issueStartsAt" <= "issueEndsAt"),
  ADD CONSTRAINT "CouponCampaign_caps_check" CHECK ("totalCap" >= 0 AND "memberCap" >= 1 AND "issuedCount" >= 0);
ALTER TABLE "Coupon"
  ADD CONSTRAINT "Coupon_owner_check" CHECK (num_nonnulls("userId", "proxyUserId") = 1),
  ADD CONSTRAINT "Coupon_used_check" CHECK (("status" = 'USED') = ("usedAt" IS NOT NULL));
ALTER TABLE "CouponHistory"
  ADD CONSTRAINT "CouponHistory_statusBefore_check" CHECK (("act" = 'CREATED') = ("statusBefore" IS NULL)),
  ADD CONSTRAINT "CouponHistory_actor_check" CHECK (num_nonnulls("actorUserId", "actorProxyUserId", "actorApiKeyId") <= 1);

-- At most one active map of each type per viewer, and only one that passed its check.
CREATE UNIQUE INDEX "MetaViewerMap_active_key" ON "MetaViewerMap" ("viewerId", "type") WHERE "isActive";
ALTER TABLE "MetaViewerInfo" ADD CONSTRAINT "MetaViewerInfo_code_check" CHECK ("code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "MetaViewerMap"
  ADD CONSTRAINT "MetaViewerMap_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "MetaViewerMap_active_check" CHECK (NOT "isActive" OR "status" = 'READY'),
  ADD CONSTRAINT "MetaViewerMap_source_check" CHECK ("sourceMapId" <> "id");
ALTER TABLE "MetaViewerMapFile"
  ADD CONSTRAINT "MetaViewerMapFile_contentHash_check" CHECK ("contentHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "MetaViewerMapFile_sizeBytes_check" CHECK ("sizeBytes" > 0);

CREATE FUNCTION keep_active_map() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."isActive" THEN
      RAISE EXCEPTION 'an active map cannot be deleted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'MetaViewerMap_active_kept';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."isActive" AND (NEW."type" <> OLD."type" OR NEW."viewerId" <> OLD."viewerId") THEN
    RAISE EXCEPTION 'an active map keeps its type and its viewer' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'MetaViewerMap_active_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "MetaViewerMap_active_kept" BEFORE UPDATE OF "type", "viewerId" OR DELETE ON "MetaViewerMap"
  FOR EACH ROW EXECUTE FUNCTION keep_active_map();

ALTER TABLE "Ban"
  ADD CONSTRAINT "Ban_target_check" CHECK (num_nonnulls("userId", "clientKey") >= 1),
  ADD CONSTRAINT "Ban_period_check" CHECK ("startsAt" <= "endsAt");
ALTER TABLE "ModerationReport" ADD CONSTRAINT "ModerationReport_handled_check" CHECK (("status" = 'OPEN') = ("handledAt" IS NULL));
CREATE UNIQUE INDEX "ModerationReport_open_key" ON "ModerationReport" ("reporterId", "targetType", "targetId") WHERE "status" = 'OPEN';

ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_responseStatus_check" CHECK ("responseStatus" BETWEEN 200 AND 599);
ALTER TABLE "BackgroundJob" ADD CONSTRAINT "BackgroundJob_attempts_check" CHECK ("attempts" >= 0 AND "maxAttempts" >= 1);
CREATE UNIQUE INDEX "BackgroundJob_dedupe_key" ON "BackgroundJob" ("kind", "dedupeKey") WHERE "status" IN ('PENDING', 'RUNNING');
ALTER TABLE "WebhookEndpoint" ADD CONSTRAINT "WebhookEndpoint_url_check" CHECK ("url" LIKE 'https://%');
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_attempts_check" CHECK ("attempts" >= 0);

-- Append-only tables: the transaction log and the coupon ledger.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "CouponHistory_append_only" BEFORE UPDATE OR DELETE ON "CouponHistory"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CouponHistory_no_truncate" BEFORE TRUNCATE ON "CouponHistory"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Row triggers are inherited by every partition; TRUNCATE triggers are not, so each partition gets its own below.
CREATE TRIGGER "TransactionLog_append_only" BEFORE UPDATE OR DELETE ON "TransactionLog"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TransactionLog_no_truncate" BEFORE TRUNCATE ON "TransactionLog"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Takes every row that no month's partition takes.
CREATE TABLE "TransactionLog_default" PARTITION OF "TransactionLog" DEFAULT;
CREATE TRIGGER "TransactionLog_default_no_truncate" BEFORE TRUNCATE ON "TransactionLog_default"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Makes the partitions (UTC months) of `from_instant` and of the `months_ahead` months after it, and of every month that has rows in
-- the default partition; returns the names of those it made. Rows found in the default partition move to their month: the old default
-- is detached, its rows are inserted anew and it is dropped, so that nothing is ever deleted from the log. Safe to call at any
-- time and from several processes at once.
CREATE FUNCTION ensure_transaction_log_partitions(from_instant timestamptz, months_ahead integer) RETURNS SETOF text
LANGUAGE plpgsql AS $$
DECLARE
  month timestamp;
  missing timestamp[];
  partition text;
  is_default_used boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('TransactionLog partitions', 0));
  SELECT EXISTS (SELECT FROM "TransactionLog_default") INTO is_default_used;

  SELECT array_agg(wanted.month ORDER BY wanted.month) INTO missing
  FROM (
    SELECT date_trunc('month', from_instant AT TIME ZONE 'UTC') + make_interval(months => step) AS month
    FROM generate_series(0, months_ahead) AS step
    UNION
    SELECT date_trunc('month', "createdAt" AT TIME ZONE 'UTC') FROM "TransactionLog_default"
  ) AS wanted
  WHERE to_regclass(format('%I', 'TransactionLog_' || to_char(wanted.month, 'YYYY_MM'))) IS NULL;
  IF missing IS NULL THEN
    RETURN;
  END IF;

  IF is_default_used THEN
    ALTER TABLE "TransactionLog" DETACH PARTITION "TransactionLog_default";
    ALTER TABLE "TransactionLog_default" RENAME TO "TransactionLog_moving";
    CREATE TABLE "TransactionLog_default" PARTITION OF "TransactionLog" DEFAULT;
    CREATE TRIGGER "TransactionLog_default_no_truncate" BEFORE TRUNCATE ON "TransactionLog_default"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  END IF;

  FOREACH month IN ARRAY missing LOOP
    partition := 'TransactionLog_' || to_char(month, 'YYYY_MM');
    EXECUTE format(
      'CREATE TABLE %I PARTITION OF "TransactionLog" FOR VALUES FROM (%L) TO (%L)',
      partition, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC'
    );
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      partition || '_no_truncate', partition
    );
    RETURN NEXT partition;
  END LOOP;

  IF is_default_used THEN
    INSERT INTO "TransactionLog" SELECT * FROM "TransactionLog_moving";
    DROP TABLE "TransactionLog_moving";
  END IF;
END $$;

SELECT ensure_transaction_log_partitions(now(), 3);
