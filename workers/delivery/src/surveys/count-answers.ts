import { sha256 } from '@shixun/db/sha256'
import { assertion, type Statement } from '@shixun/db/statement'
import { answersOf, releaseAll, type SurveyRow, surveyById } from '@shixun/db/tenant/surveys'
import { type SurveyFigures, surveyFigures } from '@shixun/domain/surveys/figures'
import { mayRelease } from '@shixun/domain/surveys/release'
import type { DeliveryScene } from '../store.ts'
import { openAnswer } from './sealed-answer.ts'

type Counted = {
  row: SurveyRow
  /** Whether answers that waited are counted now. */
  moved: boolean
  set: { figures: SurveyFigures | null; released: number; release: number }
  statements: Statement[]
  /** For the journal: a hash over the sealed rows that count, which commits to them and tells nothing. */
  after: Record<string, unknown>
}

/**
 * Reads all answers of a survey and computes what may be shown now, `final` when it closes. The statements hold only
 * while no further answer has come in: otherwise the assertion `answered` rolls the batch back.
 */
export async function countAnswers(scene: DeliveryScene, id: string, final: boolean): Promise<Counted | null> {
  const [[row], rows] = await scene.store.tenant.read(surveyById({ id }), answersOf({ survey: id }))
  if (!row) return null
  const pending = rows.filter(({ release }) => release === 0).length
  const { least, body } = row
  const moved = mayRelease({ pending, released: row.released, closed: final, least, showing: body.showing })
  const release = row.release + (moved ? 1 : 0)
  const counted = rows
    .map((one) => ({ ...one, release: one.release === 0 && moved ? release : one.release }))
    .filter((one) => one.release > 0)
  const answers = await Promise.all(counted.map((one) => openAnswer(scene, id, one)))
  const { questions } = body
  const figures =
    answers.length === 0
      ? null
      : surveyFigures({ questions, segments: row.segments, answers, previous: row.figures, least, final })
  return {
    row,
    moved,
    set: { figures, released: counted.length, release },
    statements: [
      ...(moved ? releaseAll(id, release) : []),
      assertion('answered', '(SELECT answered FROM surveys WHERE id = ?) = ?', id, row.answered),
    ],
    after: {
      release,
      counted: counted.length,
      answersSha256: await sha256(counted.map(({ id: key, sealed }) => `${key} ${sealed}`).join('\n')),
    },
  }
}
