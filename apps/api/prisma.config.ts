import { defineConfig } from 'prisma/config';

/** Where `prisma generate` finds the schema. Migrations do not go through the Prisma CLI: see `src/platform/database/migrations`. */
export default defineConfig({ schema: 'prisma/schema' });
