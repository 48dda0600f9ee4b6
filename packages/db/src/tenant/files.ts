import { and, eq, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { files } from './schema/files.ts'

const OWNER = sql.placeholder('owner')

/** The files of a call or an objection, in the order they came. */
export const filesOf = reading(build.select().from(files).where(eq(files.owner, OWNER)).orderBy(files.id).limit(50))
export const fileOf = reading(
  build
    .select()
    .from(files)
    .where(and(eq(files.id, sql.placeholder('id')), eq(files.owner, OWNER))),
)
