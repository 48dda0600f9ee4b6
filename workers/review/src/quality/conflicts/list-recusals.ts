import { recusalPage, recusalPageByRule, recusalPageOfItem, recusalPageOfPerson } from '@shixun/db/tenant/conflicts'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { recusalCard } from './recusal-card.ts'

type Query = {
  limit: number
  after?: string | undefined
  rule?: string | undefined
  person?: string | undefined
  application?: string | undefined
}

/** 回避记录，newest first: all, or of one person, by one rule, or about one application; one filter at a time has an index. */
export async function listRecusals(
  scene: ReviewScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { rule, person, application, limit } = query
  if ([rule, person, application].filter((one) => one !== undefined).length > 1)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/rule', problem: 'one_filter' }] })
  const after = /^\d{1,15}$/.test(query.after ?? '') ? Number(query.after) : Number.MAX_SAFE_INTEGER
  const page = { after, limit: limit + 1 }
  const read =
    person !== undefined
      ? recusalPageOfPerson({ ...page, person })
      : rule !== undefined
        ? recusalPageByRule({ ...page, rule })
        : application !== undefined
          ? recusalPageOfItem({ ...page, application })
          : recusalPage(page)
  const [found] = await scene.store.tenant.read(read)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return ok({
    body: {
      items: rows.map((row) => recusalCard(scene, row)),
      next: nextLink(raw, last === undefined ? null : String(last.seq)),
    },
  })
}
