import { useEffect, useState } from 'preact/hooks'
import { type Language, language, onLanguageChange } from './words.ts'

/** Re-renders the component (and so its tree, when given as `key`) when the language changes. */
export function useLanguage(): Language {
  const [current, setCurrent] = useState(language())
  useEffect(() => onLanguageChange(() => setCurrent(language())), [])
  return current
}
