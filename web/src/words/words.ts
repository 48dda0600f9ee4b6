import { zh } from './zh.ts'

export type Language = 'zh' | 'en'
export type WordKey = keyof typeof zh

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type Arguments<K extends WordKey> = [Names<(typeof zh)[K]>] extends [never]
  ? []
  : [params: Readonly<Record<Names<(typeof zh)[K]>, string | number>>]

const storageKey = 'shixun.language'
const listeners = new Set<() => void>()
let current: Language = 'zh'
let dictionary: Readonly<Record<string, string>> = zh

function fill(text: string, params: Readonly<Record<string, string | number>> | undefined): string {
  return params === undefined
    ? text
    : text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** The word for `key` in the current language, with its `{name}` places filled; their names are checked by tsc. */
export function t<K extends WordKey>(key: K, ...params: Arguments<K>): string {
  return fill(dictionary[key] ?? zh[key], params[0])
}

/** The word for a code that the API sent, such as `wordFor('application', 'in_review')`; the code itself when unknown. */
export function wordFor(group: string, code: string): string {
  return dictionary[`${group}.${code}`] ?? code
}

export function language(): Language {
  return current
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    // storage is closed to us in some private windows and embedded browsers
    return null
  }
}

/** Loads the dictionary, remembers the choice and tells those who listen. Rejects when the English words cannot be fetched. */
export async function setLanguage(next: Language): Promise<void> {
  // English is its own chunk, so that the many who never need it never load it
  dictionary = next === 'en' ? (await import('./en.ts')).en : zh
  current = next
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(storageKey, next)
  } catch {
    // the choice then lasts for this page only
  }
  for (const listener of listeners) listener()
}

/** Call once before the first render: brings back the language chosen last time. */
export async function restoreLanguage(): Promise<void> {
  if (remembered() === 'en') await setLanguage('en').catch(() => undefined)
}

/** Returns the function that stops listening. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
