import type { OutputOf } from '../../../call.ts'

export type Visit = OutputOf<'readInspection'>
export type VisitRecord = Visit['sheets'][number]
export type Entry = VisitRecord['entries'][string]

/** A visit as this device keeps it, with what was written beside the items and has not been sent. */
export interface KeptVisit {
  id: string
  /** Whose it is: nobody else who signs in on this device is shown it. */
  account: string
  district: string
  visit: Visit
  record: VisitRecord
  summary: string
  receivedBy: string
  /** Written into the caption of the photographs that are taken from now on. */
  place: string
  /** Summary and receiver differ from what the server has. */
  wordsOpen: boolean
}

export type Given = Pick<Entry, 'score' | 'answer' | 'note' | 'at'>

/** What was filled in for an item and has not been sent; `seen` is the instant of what it was written over. */
export interface KeptChange extends Given {
  sheet: string
  key: string
  seen: string | null
  /** Instants under which it left the device without an answer: the server may have it or not. */
  tried: string[]
}

export interface KeptPhoto {
  id: string
  sheet: string
  item: string
  caption: string
  takenAt: string
  file: Blob
}

type StoreName = 'visits' | 'changes' | 'photos'
type Asked<T> = { result: T }

const name = 'shixun-visits'
let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('visits', { keyPath: 'id' })
      asked.result.createObjectStore('changes', { keyPath: ['sheet', 'key'] })
      asked.result.createObjectStore('photos', { keyPath: 'id' })
    }
    asked.onsuccess = () => {
      // a phone that ran out of memory closes it under the page
      asked.result.onclose = () => {
        opened = null
      }
      resolve(asked.result)
    }
    asked.onerror = () => {
      opened = null
      reject(asked.error ?? new Error('no database'))
    }
  })
  return opened
}

/** One transaction: resolved when it is on the disk of the device, not before. */
async function within<T>(
  stores: StoreName[],
  mode: IDBTransactionMode,
  work: (of: (store: StoreName) => IDBObjectStore) => Asked<T>,
): Promise<T> {
  const transaction = (await database()).transaction(stores, mode)
  const asked = work((of) => transaction.objectStore(of))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
    transaction.onerror = () => reject(transaction.error ?? new Error('not kept'))
  })
}

/** Reads a row and goes on with it in the same transaction. */
function read<T>(asked: IDBRequest, next: (row: T | undefined) => void): IDBRequest<T | undefined> {
  asked.onsuccess = () => next(asked.result)
  return asked
}

export function keptVisit(id: string): Promise<KeptVisit | undefined> {
  return within(['visits'], 'readonly', (of) => of('visits').get(id) as IDBRequest<KeptVisit | undefined>)
}

/** Everything of a record that waits to be sent. */
export async function keptChanges(sheet: string): Promise<KeptChange[]> {
  const all = await within(['changes'], 'readonly', (of) => of('changes').getAll() as IDBRequest<KeptChange[]>)
  return all.filter((one) => one.sheet === sheet)
}

export async function keptPhotos(sheet: string): Promise<KeptPhoto[]> {
  const all = await within(['photos'], 'readonly', (of) => of('photos').getAll() as IDBRequest<KeptPhoto[]>)
  return all.filter((one) => one.sheet === sheet).sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
}

/** Keeps what was filled in for an item, over what the device has of it. */
export function keepChange(id: string, sheet: string, key: string, given: Given): Promise<unknown> {
  return within(['visits', 'changes'], 'readwrite', (of) => {
    const put = (seen: string | null, tried: string[]) => of('changes').put({ sheet, key, ...given, seen, tried })
    return read<KeptChange>(of('changes').get([sheet, key]), (before) => {
      if (before) put(before.seen, before.tried)
      else
        read<KeptVisit>(of('visits').get(id), (visit) => {
          put(visit?.record.entries[key]?.at ?? null, [])
        })
    })
  })
}

/** Notes what is about to leave the device, for its answer may get lost on the way. */
export function noteTried(changes: readonly KeptChange[]): Promise<unknown> {
  return within(['changes'], 'readwrite', (of) => {
    const store = of('changes')
    for (const { sheet, key, at } of changes)
      read<KeptChange>(store.get([sheet, key]), (now) => {
        if (now) store.put({ ...now, tried: [...now.tried.filter((one) => one !== at), at] })
      })
    return store.count()
  })
}

/** Changes what is kept of a visit, as it stands now. */
export function amendVisit(id: string, change: (kept: KeptVisit) => KeptVisit): Promise<unknown> {
  return within(['visits'], 'readwrite', (of) =>
    read<KeptVisit>(of('visits').get(id), (kept) => {
      if (kept) of('visits').put(change(kept))
    }),
  )
}

export type Words = Pick<KeptVisit, 'summary' | 'receivedBy'>

/**
 * Puts what the server answered beside what the device keeps. Of `sent`, what was changed again meanwhile stays, written over
 * what the server has now; and what left without an answer and turns out to have arrived is its own predecessor, not another device's.
 */
export function noteRecord(
  fresh: Pick<KeptVisit, 'id' | 'record'> & Partial<KeptVisit>,
  sent: { changes: readonly KeptChange[]; words?: Words | undefined; photo?: string | undefined },
): Promise<unknown> {
  return within(['visits', 'changes', 'photos'], 'readwrite', (of) => {
    const { record } = fresh
    const store = of('changes')
    read<KeptChange[]>(store.getAll(), (waiting = []) => {
      for (const now of waiting.filter(({ sheet }) => sheet === record.id)) {
        const gone = sent.changes.find(({ key }) => key === now.key)
        const there = record.entries[now.key]?.at ?? null
        if (gone?.at === now.at) store.delete([now.sheet, now.key])
        else if (gone) store.put({ ...now, seen: gone.at })
        else if (there !== null && now.tried.includes(there)) store.put({ ...now, seen: there })
      }
    })
    if (sent.photo !== undefined) of('photos').delete(sent.photo)
    const visits = of('visits')
    return read<KeptVisit>(visits.get(fresh.id), (kept) => {
      // a visit that was taken off the device meanwhile is not put back in part
      if (!kept && fresh.visit === undefined) return
      const { words } = sent
      const open = kept?.wordsOpen ?? false
      const same = words !== undefined && words.summary === kept?.summary && words.receivedBy === kept.receivedBy
      const stays = open && !same
      const own = stays && kept ? kept : record
      const { summary, receivedBy } = own
      visits.put({ place: '', ...kept, ...fresh, summary, receivedBy, wordsOpen: stays })
    })
  })
}

export function keepPhoto(photo: KeptPhoto): Promise<unknown> {
  return within(['photos'], 'readwrite', (of) => of('photos').put(photo))
}

export function forgetPhoto(id: string): Promise<unknown> {
  return within(['photos'], 'readwrite', (of) => of('photos').delete(id))
}

/** Takes a visit off the device once its record is sealed and nothing waits. */
export function forgetVisit(id: string): Promise<unknown> {
  return within(['visits'], 'readwrite', (of) => of('visits').delete(id))
}
