import { useEffect, useRef, useState } from 'preact/hooks'
import { knowRoutes } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { routeTable } from '../../../route-table.ts'
import { clearSealed, fetchVisit, removeSentPhoto, sealVisit, sendVisit } from './send-visit.ts'
import { keepShell } from './visit-shell.ts'
import {
  amendVisit,
  forgetPhoto,
  type Given,
  type KeptChange,
  type KeptPhoto,
  type KeptVisit,
  keepChange,
  keepPhoto,
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
  /** Writes to the device that are not finished. */
  const [keeping, setKeeping] = useState(0)
  const [unkept, setUnkept] = useState(false)
  const [shell, setShell] = useState<boolean | null>(null)
  const timer = useRef(0)
  const edits = useRef(0)
  const writes = useRef<Promise<unknown>>(Promise.resolve())
  const busy = useRef<Promise<ProblemError | null> | null>(null)

  /** Shows what the device has, but never what is older than the last key that was pressed. */
  async function show(failed: ProblemError | null = null): Promise<void> {
    for (let from = -1; from !== edits.current; ) {
      from = edits.current
      await writes.current
      const now = await readDevice(id).catch(() => null)
      if (from !== edits.current) continue
      if (now) setState({ kind: 'ready', ...now })
      // what was sealed is taken off the device and stays on the screen
      else setState((before) => (before.kind === 'ready' ? before : { kind: 'missing', problem: failed }))
    }
  }
  /** One piece of work with the server at a time. */
  async function serve(work: () => Promise<ProblemError | null>): Promise<ProblemError | null> {
    while (busy.current) await busy.current
    setSending(true)
    const doing = writes.current.then(work)
    busy.current = doing
    const refused = await doing.finally(() => {
      busy.current = null
      setSending(false)
    })
    setProblem(refused)
    await show()
    return refused
  }
  const send = () => serve(() => sendVisit(id, () => void show()))
  function soon(): void {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void send(), restMs)
  }
  /** On the screen at once, on the device in the order of the keys; what the device refuses is said and not sent. */
  function keep(apply: (now: VisitNow) => VisitNow, write: () => Promise<unknown>): Promise<void> {
    edits.current++
    setState((now) => (now.kind === 'ready' ? { kind: 'ready', ...apply(now) } : now))
    setKeeping((n) => n + 1)
    const done = writes.current
      .then(write)
      .then(
        () => setUnkept(false),
        () => setUnkept(true),
      )
      .then(() => setKeeping((n) => n - 1))
    writes.current = done
    return done.then(() => show()).then(soon)
  }

  useEffect(() => {
    void (async () => {
      const failed = await fetchVisit(id).catch(() => null)
      setProblem(failed)
      // where one can be asked who one is, nobody is shown what may be another's
      if (failed?.code === 'forbidden' || failed?.code === 'not-signed-in')
        return setState({ kind: 'missing', problem: failed })
      await show(failed)
      if (!failed) await send()
      if (!failed) await clearSealed(id)
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
    keeping: keeping > 0,
    unkept,
    shell,
    send,
    async seal() {
      window.clearTimeout(timer.current)
      const refused = await serve(() => sealVisit(id))
      if (!refused) await clearSealed(id)
      return refused
    },
    change(sheet: string, key: string, given: Given) {
      return keep(
        (now) => {
          const before = now.changes.find((one) => one.key === key)
          const kept = { sheet, key, ...given, seen: before?.seen ?? null, tried: before?.tried ?? [] }
          return { ...now, changes: [...now.changes.filter((one) => one.key !== key), kept] }
        },
        () => keepChange(id, sheet, key, given),
      )
    },
    words(words: Partial<Pick<KeptVisit, 'summary' | 'receivedBy' | 'place'>>) {
      const open = words.place === undefined ? { wordsOpen: true } : {}
      const change = (kept: KeptVisit) => ({ ...kept, ...words, ...open })
      return keep(
        (now) => ({ ...now, kept: change(now.kept) }),
        () => amendVisit(id, change),
      )
    },
    photograph(photo: KeptPhoto) {
      return keep(
        (now) => ({ ...now, photos: [...now.photos, photo] }),
        () => keepPhoto(photo),
      )
    },
    dropPhoto(photo: string) {
      return keep(
        (now) => ({ ...now, photos: now.photos.filter((one) => one.id !== photo) }),
        () => forgetPhoto(photo),
      )
    },
    removeSent(photo: string) {
      return serve(() => removeSentPhoto(id, photo))
    },
  }
}
