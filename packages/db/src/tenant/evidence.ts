import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { files } from './schema/files.ts'

/** Files among ids (a JSON array) that belong to an owner. */
export const evidenceOf = reading(
  build
    .select({ id: files.id, name: files.name, sha256: files.sha256 })
    .from(files)
    .where(
      and(
        inArray(files.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`),
        sql`+${files.owner} = ${sql.placeholder('owner')}`,
      ),
    ),
)

/** A file that proves attendance at a session: named by the session itself, or by a claim of its hours. */
export const fileOfSession = reading(
  build
    .select()
    .from(files)
    .where(
      and(
        eq(files.id, sql.placeholder('id')),
        sql`(+${files.owner} = ${sql.placeholder('session')} OR EXISTS (SELECT 1 FROM hours_claims h WHERE h.id = ${files.owner} AND h.session_id = ${sql.placeholder('session')}))`,
      ),
    ),
)

/** Evidence that was handed in before an instant and that nothing has named since. */
export const evidenceForgotten = reading(
  build
    .select({ id: files.id, objectKey: files.objectKey })
    .from(files)
    .where(
      and(
        sql`${files.owner} >= 'hours/' AND ${files.owner} < 'hours0'`,
        lt(files.createdAt, sql.placeholder('before')),
      ),
    )
    .limit(50),
)
