import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { ENGINE } from '@shixun/domain/quality/evaluations/evaluate'
import { sealedSheetsText } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { concludePanel, type PanelGiven } from '@shixun/domain/quality/rankings/conclude-panel'
import { firstDifference } from './first-difference.ts'
import type { Finding } from './replay-evaluation.ts'

type NotReplayable = { id: string; why: string }
type Row = Record<string, unknown>
/** What every conclusion of a panel has in common: its rubric and the rules of its call. */
export type PanelRules = Omit<PanelGiven, 'items' | 'sheets'>

const CONCLUSIONS = `SELECT seq, at FROM journal WHERE entity = ? AND verb IN ('conclude', 'reconclude') ORDER BY version`
/** Sheets with the places in the journal at which they were sealed and, later, voided. */
const SHEETS = `SELECT s.id, s.application_id, s.expert_id, s.seat, s.scores, s.state, s.sealed_at,
    (SELECT max(j.seq) FROM journal j WHERE j.entity = s.id AND j.verb = 'submit') AS submitted,
    (SELECT min(j.seq) FROM journal j WHERE j.entity = s.id AND j.verb = 'void') AS voided
  FROM scoresheets s WHERE s.panel_id = ? AND s.state IN ('submitted', 'voided') AND s.total IS NOT NULL ORDER BY s.id`
const RANKING = 'SELECT * FROM rankings WHERE panel_id = ? AND round = ? ORDER BY seq'
/** The engines of a round's explanations, and the digests of all sheets that those written in this round were made from. */
const EXPLANATIONS = `SELECT e.engine, json_extract(e.inputs, '$.panel.sheetsSha256') AS digest,
    e.id NOT IN (SELECT b.evaluation_id FROM rankings b WHERE b.panel_id = r.panel_id AND b.round < r.round AND b.evaluation_id IS NOT NULL) AS fresh
  FROM rankings r JOIN evaluations e ON e.id = r.evaluation_id WHERE r.panel_id = ? AND r.round = ?`

/** Columns that hold JSON, and those that hold yes or no. */
const JSON_COLUMNS = ['broken_by', 'places', 'vetoed']
const FLAGS = ['tied', 'same_published', 'arbitration']
/** What says where a row stands and what explains it: no part of what was computed. */
const BESIDE = ['panel_id', 'round', 'seq', 'evaluation_id']

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function rankingItem(row: Row): Row {
  const members = Object.entries(row).flatMap(([name, value]) => {
    if (BESIDE.includes(name)) return []
    const read = JSON_COLUMNS.includes(name) ? JSON.parse(String(value)) : FLAGS.includes(name) ? value === 1 : value
    return [[name === 'place' ? 'rank' : camel(name), read]]
  })
  return Object.fromEntries(members)
}

/** The rows of one ranking, as a conclusion computes them. */
export function rankingOf(database: DatabaseSync, panel: string, round: number): Row[] {
  return database.prepare(RANKING).all(panel, round).map(rankingItem)
}

/** The items of a ranking as a conclusion takes them. */
export function itemsOf(ranking: readonly Row[]): PanelGiven['items'] {
  return ranking.map(({ applicationId, title, unitName }) => ({
    id: String(applicationId),
    title: String(title),
    unitName: String(unitName),
  }))
}

/** A sheet as a conclusion takes it. */
export function sheetOf(sheet: Row): PanelGiven['sheets'][number] {
  return {
    item: String(sheet['application_id']),
    rater: String(sheet['expert_id']),
    seat: sheet['seat'] === 'extra' ? 'extra' : 'regular',
    scores: JSON.parse(String(sheet['scores'])),
  }
}

/** The ranking that a conclusion gives again, in the shape of the stored one. */
export function rankedAgain({ items }: { items: readonly Row[] }): Row[] {
  return items.map(({ withinQuota: _, ...item }) => item)
}

/** Whether a sheet counted when the conclusion was journalled: sealed before it, and not voided before it. */
function counted(sheet: Row, conclusion: Row): boolean {
  const seq = Number(conclusion['seq'])
  const sealed =
    sheet['submitted'] === null
      ? String(sheet['sealed_at']) <= String(conclusion['at'])
      : Number(sheet['submitted']) < seq
  return sealed && (sheet['voided'] === null || Number(sheet['voided']) > seq)
}

function replayRound(
  database: DatabaseSync,
  panel: string,
  round: number,
  { rules, sheets, conclusion }: { rules: PanelRules; sheets: readonly Row[]; conclusion: Row },
): Finding[] | string {
  const explanations = database.prepare(EXPLANATIONS).all(panel, round)
  const other = explanations.find(({ engine }) => engine !== ENGINE)
  if (other) return `计算版本 ${String(other['engine'])} 已不在本程序中，无法重算`
  const ranking = rankingOf(database, panel, round)
  const items = itemsOf(ranking)
  const ids = new Set(items.map(({ id }) => id))
  const then = sheets
    .filter((sheet) => ids.has(String(sheet['application_id'])) && counted(sheet, conclusion))
    .map(sheetOf)
  const { result } = JSON.parse(canonicalJson(concludePanel({ ...rules, items, sheets: then }))) as {
    result: { items: Row[] }
  }
  const digest = createHash('sha256').update(sealedSheetsText(then)).digest('hex')
  const told = explanations.find((row) => row['fresh'] === 1 && row['digest'] !== null && row['digest'] !== digest)
  const at = `/rounds/${round}`
  const checks = [
    ['评分表与该次汇总时不同', told ? firstDifference(told['digest'], digest, `${at}/sheetsSha256`) : null],
    ['此前一次汇总的排名重算不同', firstDifference(ranking, rankedAgain(result), `${at}/items`)],
  ] as const
  return checks.flatMap(([what, difference]) => (difference ? [{ id: panel, what, ...difference }] : []))
}

/**
 * Concludes the earlier rounds of a panel again, each from the sheets that counted then: the journal says in what order sheets were
 * sealed, conclusions made and sheets voided. Every figure, place and seat of their rankings has to come out the same.
 */
export function replayRounds(
  database: DatabaseSync,
  panel: { id: string; round: number },
  rules: PanelRules,
): { rounds: number; findings: Finding[]; notReplayable: NotReplayable[] } {
  const found = { rounds: 0, findings: [] as Finding[], notReplayable: [] as NotReplayable[] }
  if (panel.round < 2) return found
  const conclusions = database.prepare(CONCLUSIONS).all(panel.id)
  const sheets = database.prepare(SHEETS).all(panel.id)
  const silent = sheets.find(({ state, voided }) => state === 'voided' && voided === null)
  const why =
    conclusions.length !== panel.round
      ? `操作日志中有 ${conclusions.length} 次汇总，排名却有 ${panel.round} 次，此前的排名无法重算`
      : silent
        ? `评分表 ${String(silent['id'])} 的作废没有操作日志，此前的排名无法重算`
        : null
  if (why !== null) return { ...found, notReplayable: [{ id: panel.id, why }] }
  conclusions.slice(0, -1).forEach((conclusion, at) => {
    found.rounds += 1
    const again = replayRound(database, panel.id, at + 1, { rules, sheets, conclusion })
    if (typeof again === 'string') found.notReplayable.push({ id: panel.id, why: `第 ${at + 1} 次汇总：${again}` })
    else found.findings.push(...again)
  })
  return found
}
