import { createHash } from 'node:crypto'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { ENGINES, type Engine } from '@shixun/domain/quality/evaluations/evaluate'
import { derive, type EvaluationInputs } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { METHODS, type Method, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { type Difference, firstDifference } from './first-difference.ts'

export type StoredEvaluation = {
  id: string
  subject_id: string
  rubric_id: string
  method: string
  engine: string
  total: number | null
  band: string | null
  inputs: string
  inputs_sha256: string | null
  derivation: string
  sha256: string
  previous_id: string | null
}
export type Journalled = { sha256?: unknown; inputsSha256?: unknown }

/** What a replay finds wrong. `what` says which promise is broken; the path leads into the derivation or the inputs. */
export type Finding = Difference & { id: string; what: string }
export type Replayed = { findings: Finding[]; notReplayable: string | null }

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isEngine(engine: string): engine is Engine {
  return ENGINES.some((one) => one === engine)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readsInputs(value: unknown): value is EvaluationInputs {
  return isRecord(value) && Array.isArray(value['sheets']) && isRecord(value['measured'])
}

/** The row's own columns against what the derivation says. */
function columnsOf(row: StoredEvaluation, derivation: Record<string, unknown>): Finding[] {
  const pairs = [
    ['engine', row.engine, derivation['engine']],
    ['method', row.method, derivation['methodUsed']],
    ['total', row.total, derivation['total']],
    ['band', row.band, derivation['band']],
  ] as const
  return pairs
    .filter(([, stored, again]) => !Object.is(stored, again))
    .map(([path, stored, again]) => ({ id: row.id, what: '列与计算过程不符', path, stored, again }))
}

/** The journal was written in the same moment and is sealed apart: a row that was rewritten with its hash shows here. */
function journalOf(row: StoredEvaluation, journal: Journalled | undefined): Finding[] {
  // rows of before the hash of the inputs was kept have none in the journal either
  if (!journal) {
    return row.inputs_sha256 === null
      ? []
      : [{ id: row.id, what: '操作日志中没有这个结果', path: 'journal', stored: row.sha256, again: undefined }]
  }
  const pairs = [
    ['sha256', row.sha256, journal.sha256],
    ['inputs_sha256', row.inputs_sha256, journal.inputsSha256],
  ] as const
  return pairs
    .filter(([, stored, again]) => stored !== again)
    .map(([path, stored, again]) => ({ id: row.id, what: '与操作日志不符', path, stored, again }))
}

/** Recomputes one evaluation from its stored inputs and tells every sign of a change: of the inputs, the rubric, the result or a hash. */
export function replayEvaluation(
  row: StoredEvaluation,
  rubricText: string | null,
  journal: Journalled | undefined,
): Replayed {
  const findings: Finding[] = []
  const found = (what: string, difference: Difference) => findings.push({ id: row.id, what, ...difference })
  const done = (notReplayable: string | null = null): Replayed => ({ findings, notReplayable })
  findings.push(...journalOf(row, journal))

  const derivation = parsed(row.derivation)
  if (!isRecord(derivation)) {
    found('计算过程不是 JSON', { path: 'derivation', stored: row.derivation.slice(0, 80), again: undefined })
    return done()
  }
  const bytes = canonicalJson(derivation)
  const hash = sha256(row.inputs_sha256 === null ? bytes : row.derivation)
  if (hash !== row.sha256) found('指纹与计算过程不符', { path: 'sha256', stored: row.sha256, again: hash })
  findings.push(...columnsOf(row, derivation))

  const inputs = parsed(row.inputs)
  if (!readsInputs(inputs)) {
    found('依据不是 JSON', { path: 'inputs', stored: row.inputs.slice(0, 80), again: undefined })
    return done()
  }
  const inputsHash = sha256(canonicalJson(inputs))
  if (row.inputs_sha256 !== null && inputsHash !== row.inputs_sha256)
    found('依据被改动', { path: 'inputs_sha256', stored: row.inputs_sha256, again: inputsHash })

  const rubric = rubricText === null ? undefined : parsed(rubricText)
  if (!isRecord(rubric)) return done(`指标体系 ${row.rubric_id} 不在，无法重算`)
  const rubricHash = sha256(canonicalJson(rubric))
  if (inputs.rubric && inputs.rubric.sha256 !== rubricHash)
    found('指标体系被改动', { path: 'inputs/rubric/sha256', stored: inputs.rubric.sha256, again: rubricHash })
  if (!isEngine(row.engine)) return done(`计算版本 ${row.engine} 已不在本程序中，无法重算`)

  const asked = derivation['method']
  const method = inputs.method ?? METHODS.find((one) => one === asked)
  if (method === undefined) {
    found('没有这种汇总方法', { path: 'method', stored: asked, again: undefined })
    return done()
  }
  const again = recomputed(inputs, rubric as unknown as Rubric, {
    rubricVersion: String(derivation['rubricVersion']),
    method,
    engine: row.engine,
  })
  if (typeof again === 'string') found('依据已不能计算', { path: again, stored: row.sha256, again: undefined })
  else if (canonicalJson(again) !== bytes) {
    const difference = firstDifference(derivation, JSON.parse(canonicalJson(again)))
    found('重算结果不同', difference ?? { path: '/', stored: bytes, again: canonicalJson(again) })
  }
  return done()
}

/** The derivation again, or why the stored inputs lead to none. */
function recomputed(
  inputs: EvaluationInputs,
  rubric: Rubric,
  given: { rubricVersion: string; method: Method; engine: Engine },
): unknown {
  try {
    const made = derive(inputs, { rubric, rubricVersion: given.rubricVersion, method: given.method }, given.engine)
    return made.ok ? made.value : made.refusal.map(({ pointer, problem }) => `${pointer} ${problem}`).join('；')
  } catch (error) {
    // bytes that were changed may no longer be a rubric or a sheet at all
    return error instanceof Error ? error.message : String(error)
  }
}
