import { shell } from './zh/shell.ts'
import { states } from './zh/states.ts'
import { ui } from './zh/ui.ts'
import type { zh } from './zh.ts'

export type Language = 'zh' | 'en'
type Words = Readonly<Record<string, string>>
export type WordKey = keyof typeof zh

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type Arguments<K extends WordKey> = [Names<(typeof zh)[K]>] extends [never]
  ? []
  : [params: Readonly<Record<Names<(typeof zh)[K]>, string | number>>]

const storageKey = 'shixun.language'
const listeners = new Set<() => void>()
/** What every page needs; a part's words arrive with its first page. */
let chinese: Words = { ...shell, ...ui, ...states }
let english: Words = {}
const asked = new Set(['shell', 'states', 'ui'])
let current: Language = 'zh'

function fill(text: string, params: Readonly<Record<string, string | number>> | undefined): string {
  return params === undefined
    ? text
    : text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

function wordOf(key: string): string {
  return (current === 'en' ? english[key] : undefined) ?? chinese[key] ?? key
}

/** The English words of files, in a chunk of their own: the many who never need them never load them. */
async function inEnglish(names: Iterable<string>): Promise<Words> {
  const { englishWords } = await import('./english-words.ts')
  return englishWords([...names])
}

/** A file of words by its name, and how its Chinese is fetched. */
export interface WordFile {
  name: string
  load: () => Promise<Readonly<Record<string, Words>>>
}

export function wordFile(name: string, load: WordFile['load']): WordFile {
  return { name, load }
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** Adds the Chinese words of a file that a piece of several pages carries with it; English ones follow when spoken. */
export function addWords(name: string, words: Words): void {
  asked.add(name)
  chinese = { ...chinese, ...words }
  if (current !== 'en') return
  const follow = (found: Words) => {
    english = { ...english, ...found }
    tell()
  }
  inEnglish([name]).then(follow, () => undefined)
}

/** Fetches the words of a file: the Chinese ones, and the English ones where they are spoken. */
export async function loadWords({ name, load }: WordFile): Promise<void> {
  asked.add(name)
  const [zh, en] = await Promise.all([load(), current === 'en' ? inEnglish([name]) : {}])
  chinese = Object.assign({}, chinese, ...Object.values(zh))
  english = { ...english, ...en }
}

/** The word for `key` in the current language, with its `{name}` places filled; their names are checked by tsc. */
export function t<K extends WordKey>(key: K, ...params: Arguments<K>): string {
  return fill(wordOf(key), params[0])
}

/** The word for a code that the API sent, such as `wordFor('application', 'in_review')`; the code itself when unknown. */
export function wordFor(group: string, code: string): string {
  const key = `${group}.${code}`
  const word = wordOf(key)
  return word === key ? code : word
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
  if (next === 'en') english = await inEnglish(asked)
  current = next
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(storageKey, next)
  } catch {
    // the choice then lasts for this page only
  }
  tell()
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
