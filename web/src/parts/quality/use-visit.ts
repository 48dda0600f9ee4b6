import { useEffect, useRef, useState } from 'preact/hooks'
import { call, knowRoutes } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { routeTable } from '../../route-table.ts'
import { sendVisit } from './send-visit.ts'
import { keepShell } from './visit-shell.ts'
import {
  forgetPhoto,
  type KeptChange,
  type KeptPhoto,
  type KeptVisit,
  keepChange,
  keepPhoto,
  keepVisit,
  keptChanges,
  keptPhotos,
  keptVisit,
} from './visit-store.ts'

knowRoutes(routeTable)

/** After the last key, then what was typed is sent. */
const restMs = 1200
/** Tried again without being asked. */
const againMs = 15_000

export interface VisitNow {
  kept: KeptVisit
  changes: KeptChange[]
  photos: KeptPhoto[]
}

export type VisitState =
  | { kind: 'loading' }
  | { kind: 'missing'; problem: ProblemError | null }
  | ({ kind: 'ready' } & VisitNow)

/** Fetches the visit while there is a network and puts it beside what this device keeps of it. */
async function fetched(id: string): Promise<ProblemError | null> {
  const session = await call('readSession', {})
  if (!session.ok) return session.problem
  const district = session.body.acting?.district?.slug ?? ''
  const answer = await call('readInspection', { params: { district, id } })
  if (!answer.ok) return answer.problem
  const visit = answer.body
  const record = visit.sheets.find(({ actions }) => actions.includes('fill')) ?? visit.sheets[0]
  if (record === undefined) return null
  const before = await keptVisit(id)
  const mine = before?.wordsOpen ? before : { summary: record.summary, receivedBy: record.receivedBy, wordsOpen: false }
  const { summary, receivedBy, wordsOpen } = mine
  await keepVisit({ id, district, visit, record, summary, receivedBy, wordsOpen })
  return null
}

async function readDevice(id: string): Promise<VisitNow | null> {
  const kept = await keptVisit(id)
  if (!kept) return null
  const [changes, photos] = await Promise.all([keptChanges(kept.record.id), keptPhotos(kept.record.id)])
  return { kept, changes, photos }
}

/** A visit on this device: what is filled in is kept here first and sent when there is a network. */
export function useVisit(id: string) {
  const [state, setState] = useState<VisitState>({ kind: 'loading' })
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  const [shell, setShell] = useState<boolean | null>(null)
  const timer = useRef(0)
  const busy = useRef<Promise<ProblemError | null> | null>(null)

  async function show(failed: ProblemError | null = null): Promise<void> {
    const now = await readDevice(id).catch(() => null)
    setState(now === null ? { kind: 'missing', problem: failed } : { kind: 'ready', ...now })
  }
  /** One sending at a time; who asks meanwhile waits for it and asks again. */
  async function send(): Promise<ProblemError | null> {
    if (busy.current) await busy.current
    setSending(true)
    const work = sendVisit(id, () => void show())
    busy.current = work
    const refused = await work.finally(() => {
      busy.current = null
      setSending(false)
    })
    setProblem(refused)
    await show()
    return refused
  }
  function soon(): void {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void send(), restMs)
  }

  useEffect(() => {
    void (async () => {
      const failed = await fetched(id)
      await show(failed)
      setProblem(failed)
      if (!failed) void send()
      setShell(await keepShell())
    })()
    const online = () => void send()
    const again = window.setInterval(() => navigator.onLine && void send(), againMs)
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      window.clearInterval(again)
      window.clearTimeout(timer.current)
    }
  }, [id])

  return {
    state,
    problem,
    sending,
    shell,
    send,
    async reload() {
      setProblem(await fetched(id))
      await show()
    },
    async change(change: KeptChange) {
      await keepChange(change)
      await show()
      soon()
    },
    async words(kept: KeptVisit) {
      await keepVisit({ ...kept, wordsOpen: true })
      await show()
      soon()
    },
    async photograph(photo: KeptPhoto) {
      await keepPhoto(photo)
      await show()
      soon()
    },
    async dropPhoto(photo: string) {
      await forgetPhoto(photo)
      await show()
    },
  }
}
