import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { commit } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import { updateSeen } from '@shixun/db/statement'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { ownSheetsOfPanel, panelWithRubric } from '@shixun/db/tenant/scoring'
import { unitLimit } from '@shixun/domain/identity/permission'
import { type Cell, readScoreTable, type ScoreRowProblem, sheetCode } from '@shixun/domain/quality/scoring/score-table'
import { sheetTotal } from '@shixun/domain/quality/scoring/scoresheet'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { PANEL_OVER, stillScoring } from './move-sheet.ts'
import { submissionProblems } from './seal-for-submission.ts'
import { neutralLabel } from './sheet-card.ts'

type Sheet = ReturnType<ReturnType<typeof ownSheetsOfPanel>['decode']>
type Loose = Cell | undefined
type Row = { sheet?: Loose; scores: Record<string, Loose>; comments: Record<string, Loose>; comment?: Loose }

const CLOSED: Record<Sheet['state'], string | null> = {
  assigned: 'sheet_not_declared',
  declared: null,
  submitted: 'sheet_sealed',
  recused: 'sheet_closed',
  replaced: 'sheet_closed',
  voided: 'sheet_closed',
}

function told({ limit, ...problem }: ScoreRowProblem) {
  return { ...problem, detail: (FIELD_PROBLEMS[problem.problem] ?? '').replaceAll('{limit}', String(limit ?? '')) }
}

function filled(cells: Record<string, Loose>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell ?? null]))
}

/** 导入离线评分：sound sheets are written whole in one batch, every other one is told by row and column and stays as it is. */
export async function importScores(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { rows: Row[]; dryRun: boolean } },
): Promise<Verdict> {
  const expert = unitLimit(scene.visitor, 'scoresheet.write') ?? ''
  const { actor, key } = scene.hand.repeat ?? { actor: '', key: '' }
  const [[panel], own, [answered]] = await scene.store.tenant.read(
    panelWithRubric(params),
    ownSheetsOfPanel({ ...params, expert }),
    repeatOf({ actor, key }),
  )
  if (!panel || own.length === 0) return refuse({ code: 'not-found' })
  // a repeat finds its sheets filled in by itself: refused here, the door gives its first answer again
  if (answered) return refuse({ code: 'version-stale' })
  if (panel.state !== 'scoring') return refuse(PANEL_OVER)
  const byCode = new Map(own.map((sheet) => [sheetCode(sheet.id), sheet]))
  const open = new Map(
    [...byCode].filter(([, { state }]) => CLOSED[state] === null).map(([code, one]) => [code, { ...one, code }]),
  )
  const closed = new Map([...byCode].map(([code, { state }]) => [code, CLOSED[state] ?? '']))
  const rows = body.rows.map(({ sheet = null, scores, comments, comment = null }) => ({
    sheet,
    scores: filled(scores),
    comments: filled(comments),
    comment,
  }))
  const { sound, problems, empty } = readScoreTable(panel.rubric, rows, { open, closed })
  const taken = sound.flatMap((read) => {
    const sheet = open.get(read.code)
    return sheet && read.changed > 0 ? [{ read, sheet }] : []
  })
  const answer = {
    accepted: taken.length,
    unchanged: sound.length - taken.length,
    empty,
    rejected: problems.map(told).sort((a, b) => a.row - b.row),
    sheets: taken.map(({ read, sheet }) => ({
      id: sheet.id,
      label: neutralLabel(sheet.id),
      row: read.row,
      changed: read.changed,
      total: sheetTotal(panel.rubric, read.scores),
      missing: submissionProblems({ ...sheet, ...read, rubricId: panel.rubricId, rubric: panel.rubric, dueOn: null })
        .length,
    })),
  }
  const events = taken.map(({ read, sheet }) => ({
    entity: sheet.id,
    version: sheet.version + 1,
    verb: 'score',
    after: { criteria: Object.keys(read.scores).length, imported: true },
  }))
  const [first, ...others] = events
  if (body.dryRun || !first) return ok({ body: answer })
  const writes = taken.map(({ read: { scores, comments, comment }, sheet }) =>
    updateSeen(scoresheets, sheet, { scores, comments, comment }),
  )
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    [stillScoring(panel.id), ...writes],
    storedAnswer(200, answer),
  )
  return refusal ? refuse(refusedWrite(refusal, { scoring: PANEL_OVER })) : ok({ body: answer })
}
