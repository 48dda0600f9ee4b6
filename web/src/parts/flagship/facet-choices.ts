import type { Choice } from '../../ui/select.tsx'

export const grades = ['reserve', 'flagship', 'warned', 'removed'] as const

/** Nominations carry phase and mode in the words of the application form. */
const phases = ['幼儿园', '小学', '初中', '高中', '中职', '特殊教育']
const modes = ['集中', '远程', '校本', '混合', '跟岗']

function plain(words: readonly string[]): Choice[] {
  return words.map((word) => ({ value: word, label: word }))
}

export const phaseChoices = plain(phases)
export const modeChoices = plain(modes)
