import { addressOf, call, readAnswer } from '../../../call.ts'
import { offlineProblem, type ProblemError } from '../../../problem.ts'
import {
  forgetVisit,
  type KeptPhoto,
  type KeptVisit,
  keptChanges,
  keptPhotos,
  keptVisit,
  noteRecord,
  noteTried,
  type VisitRecord,
} from './visit-store.ts'

type Sent = { ok: true; record: VisitRecord } | { ok: false; problem: ProblemError }

/** Two tabs, or a phone and a tablet, may send at the same moment: the one that came second asks again. */
const attempts = 4

/** Fetches the visit while there is a network and puts it beside what this device keeps of it. */
export async function fetchVisit(id: string): Promise<ProblemError | null> {
  const session = await call('readSession', {})
  if (!session.ok) return session.problem
  const account = session.body.account.id
  const kept = await keptVisit(id)
  // somebody else's draft is neither shown nor thrown away: it waits for its owner to sign in
  if (kept && kept.account !== account) return { ...offlineProblem(), code: 'forbidden' }
  const district = session.body.acting?.district?.slug ?? ''
  const answer = await call('readInspection', { params: { district, id } })
  if (!answer.ok) return answer.problem
  const visit = answer.body
  const record =
    visit.sheets.find(({ id: sheet }) => sheet === kept?.record.id) ??
    visit.sheets.find(({ actions }) => actions.includes('fill')) ??
    (visit.sheets.length === 1 ? visit.sheets[0] : undefined)
  if (record === undefined) return { ...offlineProblem(), code: 'not-found' }
  // the records of the other visitors have no business on this device
  await noteRecord({ id, account, district, visit: { ...visit, sheets: [] }, record }, { changes: [] })
  return null
}

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

async function sendEntries(id: string): Promise<ProblemError | null> {
  const kept = await keptVisit(id)
  if (!kept) return null
  const changes = await keptChanges(kept.record.id)
  if (changes.length === 0 && !kept.wordsOpen) return null
  await noteTried(changes)
  const { summary, receivedBy } = kept
  const words = kept.wordsOpen ? { summary, receivedBy } : undefined
  const answer = await call('keepInspectionEntries', {
    params: { district: kept.district, id: kept.record.id },
    body: { entries: changes.map(({ sheet: _, tried: __, ...change }) => change), ...words },
  })
  if (!answer.ok) return answer.problem
  await noteRecord({ id, record: answer.body }, { changes, words })
  return null
}

async function again(work: () => Promise<ProblemError | null>): Promise<ProblemError | null> {
  let refused = await work()
  for (let tried = 1; tried < attempts && refused?.code === 'version-stale'; tried++) refused = await work()
  return refused
}

async function unanswered({ record }: KeptVisit): Promise<boolean> {
  return (await keptChanges(record.id)).some(({ at, tried }) => tried.some((one) => one !== at))
}

/** Sends everything that waits, one after another; stops at the first refusal and keeps the rest. `onStep` is told after each. */
export async function sendVisit(id: string, onStep: () => void): Promise<ProblemError | null> {
  const kept = await keptVisit(id)
  if (!kept) return null
  if (await unanswered(kept)) {
    const failed = await fetchVisit(id)
    if (failed) return failed
  }
  const refused = await again(() => sendEntries(id))
  onStep()
  if (refused) return refused
  for (const photo of await keptPhotos(kept.record.id)) {
    const failed = await again(async () => {
      const sent = await sendPhoto(kept.district, photo)
      if (!sent.ok) return sent.problem
      await noteRecord({ id, record: sent.record }, { changes: [], photo: photo.id })
      return null
    })
    if (failed) return failed
    onStep()
  }
  return null
}

/** 封存: everything is sent first, and the record must have as many photographs as this device knows of. */
export async function sealVisit(id: string): Promise<ProblemError | null> {
  const refused = await sendVisit(id, () => undefined)
  if (refused) return refused
  const kept = await keptVisit(id)
  if (!kept) return null
  const answer = await call('sealInspectionSheet', {
    params: { district: kept.district, id: kept.record.id },
    body: { receivedBy: kept.receivedBy.trim(), photos: kept.record.photos.length },
  })
  if (!answer.ok) return answer.problem
  await noteRecord({ id, record: answer.body }, { changes: [] })
  return null
}

/** 删去 a photograph that has arrived already; it needs the network. */
export async function removeSentPhoto(id: string, photoId: string): Promise<ProblemError | null> {
  const kept = await keptVisit(id)
  if (!kept) return null
  return again(async () => {
    const answer = await call('removeInspectionPhoto', {
      params: { district: kept.district, id: kept.record.id, photoId },
    })
    if (!answer.ok) return answer.problem
    await noteRecord({ id, record: answer.body }, { changes: [] })
    return null
  })
}

/** A shared phone keeps nothing of a record that is sealed and complete. */
export async function clearSealed(id: string): Promise<void> {
  const kept = await keptVisit(id)
  if (!kept || kept.record.actions.includes('fill') || kept.wordsOpen) return
  const [changes, photos] = await Promise.all([keptChanges(kept.record.id), keptPhotos(kept.record.id)])
  if (changes.length + photos.length === 0) await forgetVisit(id)
}
