import type { Read } from '@shixun/db/statement'
import { settingsByKeys } from '@shixun/db/tenant/house'
import {
  repeatFigures,
  repeatPage,
  repeatPageByOutcome,
  repeatPageByRule,
  repeatPageOfSchool,
} from '@shixun/db/tenant/training-repeats'
import {
  DEFAULT_REPEAT_RULES,
  REPEAT_RULES,
  type RepeatRule,
  type RepeatRules,
} from '@shixun/domain/delivery/repeat-rules'
import { type Term, termOf, termOfKey, termsAround } from '@shixun/domain/delivery/repeat-term'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { repeatRulesIn } from '@shixun/tenant/weigh-nominee'
import type { DeliveryScene } from '../store.ts'

type Query = {
  limit: number
  after?: string | undefined
  term?: string | undefined
  rule?: string | undefined
  school?: string | undefined
  outcome?: string | undefined
}
type Row = ReturnType<ReturnType<typeof repeatPage>['decode']>

const RULES = Object.keys(REPEAT_RULES) as RepeatRule[]
/** Earlier terms to choose from, some years back. */
const TERMS_BEFORE = 8
const settingRead = () => settingsByKeys({ keys: '["training-repeats"]' })
const NO_TERM: Refusal = { code: 'invalid-input', fields: [{ pointer: '/term', problem: 'not_a_choice' }] }

function repeatView({ waiver, otherId: _, ...row }: Row) {
  const { by = null, at = null, reason = null } = row.outcome === 'waived' ? (waiver ?? {}) : {}
  return { ...row, waivedBy: by, waivedAt: at, waiverReason: reason }
}

function pageRead(query: Query, school: string | null, days: { from: string; to: string; after: string }) {
  const { outcome = null, rule = null } = query
  const page = { ...days, limit: query.limit + 1 }
  if (school !== null) return repeatPageOfSchool({ ...page, school, outcome, rule })
  if (outcome !== null) return repeatPageByOutcome({ ...page, outcome, rule })
  return rule === null ? repeatPage(page) : repeatPageByRule({ ...page, rule })
}

/**
 * The term that is asked for with what is read of it. The terms of the sample are tried in the same trip as the setting: a
 * bureau that has set others pays one more.
 */
async function ofTerm<Row>(
  scene: DeliveryScene,
  key: string | undefined,
  readIn: (term: Term) => Read<Row>,
): Promise<{ term: Term; rows: Row[]; rules: RepeatRules } | null> {
  const today = chinaDate(scene.now)
  const termIn = ({ terms }: RepeatRules) => (key === undefined ? termOf(today, terms) : termOfKey(key, terms))
  const likely = termIn(DEFAULT_REPEAT_RULES)
  const [settings, rows] = likely
    ? await scene.store.tenant.read(settingRead(), readIn(likely))
    : [(await scene.store.tenant.read(settingRead()))[0], []]
  const rules = repeatRulesIn(settings)
  const term = termIn(rules)
  if (!term) return null
  if (likely && term.from === likely.from && term.to === likely.to) return { term, rows, rules }
  return { term, rows: (await scene.store.tenant.read(readIn(term)))[0], rules }
}

/** 重复培训报告：the repeats of a term, the latest training first; a school sees its own teachers'. */
export async function listTrainingRepeats(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const limit = unitLimit(scene.visitor, 'repeat.read')
  if (limit !== null && query.school !== undefined && query.school !== limit)
    return ok({ body: { items: [], next: null } })
  const [day = '', id = ''] = query.after?.split('~') ?? []
  const found = await ofTerm(scene, query.term, ({ from, to }) =>
    pageRead(query, limit ?? query.school ?? null, { from, to: id ? day : to, after: id || '~' }),
  )
  if (!found) return refuse(NO_TERM)
  const rows = found.rows.slice(0, query.limit)
  const last = found.rows.length > query.limit ? rows.at(-1) : undefined
  const next = nextLink(raw, last ? `${last.startsOn}~${last.id}` : null)
  return ok({ body: { items: rows.map(repeatView), next } })
}

/** The figure of the report: how many by school, rule and outcome, and the terms there are. */
export async function readRepeatSummary(
  scene: DeliveryScene,
  { query }: { query: Pick<Query, 'term' | 'school'> },
): Promise<Verdict> {
  const school = unitLimit(scene.visitor, 'repeat.read') ?? query.school ?? null
  const found = await ofTerm(scene, query.term, ({ from, to }) =>
    repeatFigures({ from: from.slice(0, 7), to: to.slice(0, 7), school }),
  )
  if (!found) return refuse(NO_TERM)
  const { term, rules, rows } = found
  const body = {
    term,
    terms: termsAround(chinaDate(scene.now), rules.terms, TERMS_BEFORE),
    rules: RULES.map((rule) => ({ rule, mode: rules.modes[rule] })),
    figures: rows.filter(({ n }) => n > 0),
  }
  return ok({ body })
}
