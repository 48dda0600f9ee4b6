import type { AnswerValues } from '@shixun/domain/surveys/question'
import type { SegmentKey } from '@shixun/domain/surveys/survey'
import type { CountedAnswer } from '@shixun/domain/surveys/tally'
import { openPersonal, sealPersonal } from '@shixun/http/personal-data'
import type { DeliveryScene } from '../store.ts'

type Place = Pick<DeliveryScene, 'store'>
export type AnswerContent = { values: AnswerValues; segments: Partial<Record<SegmentKey, string>> }

/** Lengths are rounded up to these many characters: how long a sealed text is must not tell what it says. */
const STEP = 256
const padded = (text: string) => text.padEnd(Math.ceil((text.length + 1) / STEP) * STEP)
const placeOf = ({ store }: Place, survey: string, id: string) => ({
  tenant: store.tenant.district.id,
  row: `${survey}/${id}`,
})

/** A text of one row of a survey, as it is kept: who holds the database alone cannot read it. */
export function sealText(scene: Place, survey: string, id: string, text: string): Promise<string> {
  return sealPersonal(scene.store.secrets.SURVEY_KEYS, placeOf(scene, survey, id), padded(text))
}

export async function openText(scene: Place, survey: string, row: { id: string; sealed: string }): Promise<string> {
  const text = await openPersonal(scene.store.secrets.SURVEY_KEYS, placeOf(scene, survey, row.id), row.sealed)
  if (text === null) throw new Error(`a row of ${survey} does not open`)
  return text.trimEnd()
}

export async function openAnswer(
  scene: Place,
  survey: string,
  row: { id: string; sealed: string; release: number },
): Promise<CountedAnswer> {
  return { ...(JSON.parse(await openText(scene, survey, row)) as AnswerContent), release: row.release }
}
