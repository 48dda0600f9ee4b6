import { addressOf, call, readAnswer } from '../../call.ts'
import { offlineProblem, type ProblemError } from '../../problem.ts'
import {
  forgetPhoto,
  forgetSent,
  type KeptPhoto,
  type KeptVisit,
  keepVisit,
  keptChanges,
  keptPhotos,
  keptVisit,
  type VisitRecord,
} from './visit-store.ts'

type Sent = { ok: true; record: VisitRecord } | { ok: false; problem: ProblemError }

async function sendPhoto(district: string, photo: KeptPhoto): Promise<Sent> {
  const form = new FormData()
  form.set('file', new File([photo.file], 'photo.jpg', { type: 'image/jpeg' }))
  const query = { item: photo.item, caption: photo.caption, takenAt: photo.takenAt }
  try {
    const response = await fetch(addressOf('addInspectionPhoto', { district, id: photo.sheet }, query), {
      method: 'POST',
      body: form,
      credentials: 'same-origin',
    })
    const answer = readAnswer(response.status, await response.text(), (name) => response.headers.get(name))
    return answer.ok ? { ok: true, record: answer.body as VisitRecord } : answer
  } catch {
    return { ok: false, problem: offlineProblem() }
  }
}

/** Notes what the server has now; the words beside the items stay as they are on the device when they were changed meanwhile. */
async function noted(
  id: string,
  record: VisitRecord,
  sentWords?: { summary: string; receivedBy: string },
): Promise<void> {
  const now = await keptVisit(id)
  if (!now) return
  const same = sentWords === undefined || (now.summary === sentWords.summary && now.receivedBy === sentWords.receivedBy)
  await keepVisit({ ...now, record, wordsOpen: now.wordsOpen && (sentWords === undefined || !same) })
}

async function sendEntries(kept: KeptVisit): Promise<ProblemError | null> {
  const changes = await keptChanges(kept.record.id)
  if (changes.length === 0 && !kept.wordsOpen) return null
  const words = { summary: kept.summary, receivedBy: kept.receivedBy }
  const answer = await call('keepInspectionEntries', {
    params: { district: kept.district, id: kept.record.id },
    body: { entries: changes.map(({ sheet: _, ...change }) => change), ...(kept.wordsOpen ? words : {}) },
  })
  if (!answer.ok) return answer.problem
  await forgetSent(changes)
  await noted(kept.id, answer.body, kept.wordsOpen ? words : undefined)
  return null
}

/** Sends everything that waits, one after another; stops at the first refusal and keeps the rest. `onStep` is told after each. */
export async function sendVisit(id: string, onStep: () => void): Promise<ProblemError | null> {
  const kept = await keptVisit(id)
  if (!kept) return null
  const refused = await sendEntries(kept)
  onStep()
  if (refused) return refused
  for (const photo of await keptPhotos(kept.record.id)) {
    const sent = await sendPhoto(kept.district, photo)
    if (!sent.ok) return sent.problem
    await noted(id, sent.record)
    await forgetPhoto(photo.id)
    onStep()
  }
  return null
}
