import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { divisions } from './schema.ts'

const DAY = sql.placeholder('day')
const stands = and(lte(divisions.validFrom, DAY), or(isNull(divisions.validTo), gt(divisions.validTo, DAY)))
const shown = {
  code: divisions.code,
  name: divisions.name,
  level: divisions.level,
  parent: divisions.parent,
  standard: divisions.standard,
}

/** A division that stands on a day; a code alone names none, because codes are reused. */
export const divisionOn = reading(
  build
    .select(shown)
    .from(divisions)
    .where(and(eq(divisions.code, sql.placeholder('code')), stands)),
)

const page = (parent: ReturnType<typeof eq>) =>
  reading(
    build
      .select(shown)
      .from(divisions)
      .where(and(parent, gt(divisions.code, sql.placeholder('after')), stands))
      .orderBy(asc(divisions.code))
      .limit(sql.placeholder('limit')),
  )

/** What stands under a division on a day, by code; and the provinces, which stand under none. */
export const divisionsUnder = page(eq(divisions.parent, sql.placeholder('under')))
export const topDivisions = page(isNull(divisions.parent))
