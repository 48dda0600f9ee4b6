import type { OutputOf } from '../../call.ts'

export type Visit = OutputOf<'readInspection'>
export type VisitRecord = Visit['sheets'][number]
export type Entry = VisitRecord['entries'][string]

/** A visit as this device keeps it, with what was written beside the items and has not been sent. */
export interface KeptVisit {
  id: string
  district: string
  visit: Visit
  record: VisitRecord
  summary: string
  receivedBy: string
  /** The two lines above differ from what the server has. */
  wordsOpen: boolean
}

/** What was filled in for an item and has not been sent; `seen` is the instant of what it was written over. */
export interface KeptChange {
  sheet: string
  key: string
  score: number | null
  answer: 'yes' | 'no' | 'na' | null
  note: string
  at: string
  seen: string | null
}

export interface KeptPhoto {
  id: string
  sheet: string
  item: string
  caption: string
  takenAt: string
  file: Blob
}

type Stores = { visits: KeptVisit; changes: KeptChange; photos: KeptPhoto }

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
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => {
      opened = null
      reject(asked.error ?? new Error('no database'))
    }
  })
  return opened
}

/** One transaction: resolved when it is on the disk of the device, not before. */
async function within<T>(
  stores: (keyof Stores)[],
  mode: IDBTransactionMode,
  work: (store: (of: keyof Stores) => IDBObjectStore) => { result: T },
): Promise<T> {
  const transaction = (await database()).transaction(stores, mode)
  const asked = work((of) => transaction.objectStore(of))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
    transaction.onerror = () => reject(transaction.error ?? new Error('not kept'))
  })
}

export function keptVisit(id: string): Promise<KeptVisit | undefined> {
  return within(['visits'], 'readonly', (of) => of('visits').get(id) as IDBRequest<KeptVisit | undefined>)
}

export function keepVisit(visit: KeptVisit): Promise<unknown> {
  return within(['visits'], 'readwrite', (of) => of('visits').put(visit))
}

/** Everything of a record that waits to be sent. */
export async function keptChanges(sheet: string): Promise<KeptChange[]> {
  const all = await within(['changes'], 'readonly', (of) => of('changes').getAll() as IDBRequest<KeptChange[]>)
  return all.filter((one) => one.sheet === sheet)
}

export function keepChange(change: KeptChange): Promise<unknown> {
  return within(['changes'], 'readwrite', (of) => of('changes').put(change))
}

/** Forgets what was sent; what was changed again meanwhile stays, written over what the server has now. */
export async function forgetSent(sent: readonly KeptChange[]): Promise<void> {
  for (const one of sent)
    await within(['changes'], 'readwrite', (of) => {
      const store = of('changes')
      const asked = store.get([one.sheet, one.key]) as IDBRequest<KeptChange | undefined>
      asked.onsuccess = () => {
        const now = asked.result
        if (now === undefined) return
        if (now.at === one.at) store.delete([one.sheet, one.key])
        else store.put({ ...now, seen: one.at })
      }
      return asked
    })
}

export async function keptPhotos(sheet: string): Promise<KeptPhoto[]> {
  const all = await within(['photos'], 'readonly', (of) => of('photos').getAll() as IDBRequest<KeptPhoto[]>)
  return all.filter((one) => one.sheet === sheet)
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
