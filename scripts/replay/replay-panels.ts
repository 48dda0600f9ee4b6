import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { ENGINE } from '@shixun/domain/quality/evaluations/evaluate'
import { sealedSheetsText } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { concludePanel, type PanelGiven } from '@shixun/domain/quality/rankings/conclude-panel'
import { firstDifference } from './first-difference.ts'
import type { Finding } from './replay-evaluation.ts'
import { itemsOf, type PanelRules, rankedAgain, rankingOf, replayRounds, sheetOf } from './replay-rounds.ts'

type NotReplayable = { id: string; why: string }
type Row = Record<string, unknown>
/** What a panel keeps of its conclusion beside the rows of its ranking. */
type Kept = Row & { engine: string; voided: number; severities: unknown; sheetsSha256: string }

const CONCLUDED = `SELECT p.id, p.rubric_id, p.method, p.result, p.round, p.gap_waived, p.concluded_at, c.review
  FROM panels p JOIN calls c ON c.id = p.call_id WHERE p.state = 'concluded' AND p.result IS NOT NULL ORDER BY p.id`
const SHEETS = `SELECT application_id, expert_id, seat, scores, state, sealed_at FROM scoresheets
  WHERE panel_id = ? AND state IN ('submitted', 'voided') AND total IS NOT NULL ORDER BY id`

/** Rows of any round, the earlier ones too, whose score is not that of the explanation they name. */
const UNEXPLAINED = `SELECT r.panel_id, r.round, r.application_id, r.official, e.total FROM rankings r
  JOIN evaluations e ON e.id = r.evaluation_id WHERE r.official IS NOT e.total ORDER BY r.panel_id, r.round, r.seq`
/** The rubric and the rules of its call by which the panel was concluded, each time. */
function rulesOf(row: Row, rubricText: string): PanelRules {
  const review = JSON.parse(String(row['review'])) as Pick<PanelGiven, 'quota' | 'tieBreak' | 'minSheetsPerRater'>
  return {
    rubric: JSON.parse(rubricText),
    method: row['method'] as PanelGiven['method'],
    quota: review.quota,
    ...(review.tieBreak === undefined ? {} : { tieBreak: review.tieBreak }),
    ...(review.minSheetsPerRater === undefined ? {} : { minSheetsPerRater: review.minSheetsPerRater }),
    waived: JSON.parse(String(row['gap_waived'])),
  }
}

/** What the panel was concluded from, as it stands now; a string says why it cannot be had. */
function givenOf(database: DatabaseSync, row: Row, rules: PanelRules, stored: Kept, items: Row[]): PanelGiven | string {
  if (stored.engine !== ENGINE) return `计算版本 ${stored.engine} 已不在本程序中，无法重算`
  const sheets = database.prepare(SHEETS).all(String(row['id']))
  const voided = sheets.filter((sheet) => sheet['state'] === 'voided').length
  if (voided !== stored.voided) return `汇总后有 ${voided - stored.voided} 张评分表作废，须重新汇总`
  const concludedAt = String(row['concluded_at'])
  const ids = new Set(items.map(({ applicationId }) => String(applicationId)))
  return {
    ...rules,
    items: itemsOf(items),
    sheets: sheets
      // a further expert of an appeal was asked after the conclusion
      .filter(({ state, sealed_at: at }) => state === 'submitted' && String(at) <= concludedAt)
      .filter((sheet) => ids.has(String(sheet['application_id'])))
      .map(sheetOf),
  }
}

/** Members of the stored summary against the same ones computed again; what only the conclusion knew is left aside. */
function differences(id: string, stored: Kept, items: Row[], given: PanelGiven): Finding[] {
  const { result, severities } = JSON.parse(canonicalJson(concludePanel(given))) as {
    result: Row & { items: Row[] }
    severities: unknown
  }
  const { items: again, ...summary } = result
  const digest = createHash('sha256').update(sealedSheetsText(given.sheets)).digest('hex')
  const kept = Object.fromEntries(Object.keys(summary).map((key) => [key, stored[key]]))
  const checks = [
    ['评分表与汇总时不同', firstDifference(stored.sheetsSha256, digest, '/sheetsSha256')],
    ['评审组汇总结果重算不同', firstDifference(kept, summary)],
    ['专家宽严重算不同', firstDifference(stored.severities, severities, '/severities')],
    ['排名重算不同', firstDifference(items, rankedAgain({ items: again }), '/items')],
  ] as const
  return checks.flatMap(([what, difference]) => (difference ? [{ id, what, ...difference }] : []))
}

/** Scores of whatever round are those of the explanations it names. */
function unexplained(database: DatabaseSync): Finding[] {
  return database
    .prepare(UNEXPLAINED)
    .all()
    .map((row) => ({
      id: String(row['panel_id']),
      what: '排名的得分与评估结果不符',
      path: `/rounds/${row['round']}/${row['application_id']}/official`,
      stored: row['official'],
      again: row['total'],
    }))
}

/** Concludes every concluded panel again, in all its rounds: ranking, severities and reliability have to come out the same. */
export function replayPanels(
  database: DatabaseSync,
  rubricText: (id: string) => string | null,
): { panels: number; rounds: number; findings: Finding[]; notReplayable: NotReplayable[] } {
  const findings = unexplained(database)
  const notReplayable: NotReplayable[] = []
  let panels = 0
  let rounds = 0
  for (const row of database.prepare(CONCLUDED).all()) {
    const id = String(row['id'])
    panels += 1
    const text = rubricText(String(row['rubric_id']))
    if (text === null) {
      notReplayable.push({ id, why: `指标体系 ${String(row['rubric_id'])} 不在，无法重算` })
      continue
    }
    const rules = rulesOf(row, text)
    const stored = JSON.parse(String(row['result'])) as Kept
    const items = rankingOf(database, id, Number(row['round']))
    const given = givenOf(database, row, rules, stored, items)
    if (typeof given === 'string') notReplayable.push({ id, why: given })
    else findings.push(...differences(id, stored, items, given))
    const earlier = replayRounds(database, { id, round: Number(row['round']) }, rules)
    rounds += earlier.rounds
    findings.push(...earlier.findings)
    notReplayable.push(...earlier.notReplayable)
  }
  return { panels, rounds, findings, notReplayable }
}
